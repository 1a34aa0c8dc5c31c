import type { World } from '@sales-channels/msw';
import { createWorld } from '@sales-channels/msw';
import type { Account } from '../backend/account/accounts.ts';
import { businesses, entitlementsOf, users } from '../backend/account/businesses.ts';
import type { AccountChange } from '../wire/account.ts';

/** A made-up world for each business, and who is signed in now. Nothing outlives the page. */
export function createMockBusinesses() {
  const worlds = new Map<string, World>([
    ['brightwater', createWorld('readyToConnect')],
    ['kestrel', createWorld('empty')],
  ]);
  const plans = new Map<string, Account['plan']>();
  let business = pick(businesses, 'brightwater');
  let user = pick(users, 'mara');

  const account = (): Account => ({ business, user, plan: plans.get(business.id) ?? 'standard' });

  function world(): World {
    const found = worlds.get(business.id);
    if (!found) throw new Error(`There is no world for ${business.id}.`);
    const { plan } = account();
    Object.assign(found.context, {
      business: { id: business.id, name: business.name },
      user: { id: user.id, name: user.name },
      permissions: user.permissions,
      entitlements: entitlementsOf(plan),
      timeZone: business.timeZone,
    } satisfies Partial<World['context']>);
    found.startUrl = (id) => `${location.origin}/mock/sign-in?authorization=${id}`;
    return found;
  }

  return {
    account,
    world,
    change({ business: businessId, user: userId, plan }: AccountChange): void {
      if (plan) plans.set(business.id, plan);
      if (businessId) business = pick(businesses, businessId);
      if (userId) user = pick(users, userId);
    },
  };
}

function pick<T extends { id: string }>(all: readonly T[], id: string): T {
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
}
