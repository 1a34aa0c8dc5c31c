import type { AccountView } from '../../wire/account.ts';
import type { Account } from './accounts.ts';
import { businesses, users } from './businesses.ts';

/** What the pages are told of an account. */
export const viewAccount = ({ business, user, plan }: Account, salesChannelsUrl: string): AccountView => ({
  business: { id: business.id, name: business.name, place: business.place },
  user: { id: user.id, name: user.name, role: user.role, isViewer: !user.permissions.includes('manage') },
  plan,
  businesses: businesses.map(({ id, name, place }) => ({ id, name, place })),
  users: users.map(({ id, name, role }) => ({ id, name, role })),
  salesChannelsUrl,
});
