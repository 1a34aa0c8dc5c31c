import type { Request } from 'express';
import type { Account, Accounts } from '../account/accounts.ts';
import { currentAccount } from '../account/current-account.ts';
import { BUSINESS_HEADER } from '../../wire/account.ts';
import { Refusal } from './refusal.ts';

/** The account a page acts for: whoever is signed in, for the business the page names with every call. */
export const pageAccount = (accounts: Accounts, request: Request): Promise<Account> =>
  accountFor(accounts, request, request.get(BUSINESS_HEADER));

/**
 * Whoever is signed in, for a business that was asked for. The cookie does not choose it: all tabs of a browser share the cookie,
 * so what one tab switches to would turn up in the others, under the old name.
 * @throws Refusal 400 when none was asked for; 403 when it is not one of the user's.
 */
export async function accountFor(
  accounts: Accounts,
  request: Request,
  businessId: unknown,
): Promise<Account> {
  const { user } = await currentAccount(accounts, request);
  if (typeof businessId !== 'string') throw new Refusal(400, 'The request does not say for which business.');
  if (!user.businesses.includes(businessId))
    throw new Refusal(403, `${user.name} does not work for this business.`);
  return accounts.find(businessId, user.id);
}
