import type { Database } from '../database.ts';
import type { Business, Plan, User } from './businesses.ts';
import { businesses, users } from './businesses.ts';

/** Who uses the product now, for which business. */
export interface Account {
  business: Business;
  user: User;
  plan: Plan;
}

export type Accounts = ReturnType<typeof createAccounts>;

export function createAccounts({ plans }: Database) {
  const planOf = async (businessId: string): Promise<Plan> =>
    (await plans.findOne({ _id: businessId }))?.plan ?? 'standard';

  return {
    planOf,
    /** The account a pair of ids stands for; the first business and its owner for ids that are not known. */
    async find(businessId: string | undefined, userId: string | undefined): Promise<Account> {
      const business = businesses.find(({ id }) => id === businessId) ?? businesses[0];
      const user = users.find(({ id }) => id === userId) ?? users[0];
      if (!business || !user) throw new Error('There are no businesses.');
      return { business, user, plan: await planOf(business.id) };
    },
    async changePlan(businessId: string, plan: Plan): Promise<void> {
      await plans.updateOne({ _id: businessId }, { $set: { plan } }, { upsert: true });
    },
  };
}
