import type { Request, Response } from 'express';
import type { Account, Accounts } from './accounts.ts';

const COOKIE = 'northwind_account';

/** The account of a request. A product would have a login here; the demo lets anybody be anybody. */
export function currentAccount(accounts: Accounts, request: Request): Promise<Account> {
  const [businessId, userId] = (readCookie(request, COOKIE) ?? '').split('.');
  return accounts.find(businessId, userId);
}

export function rememberAccount(response: Response, { business, user }: Account): void {
  response.cookie(COOKIE, `${business.id}.${user.id}`, { httpOnly: true, sameSite: 'lax' });
}

export function readCookie(request: Request, name: string): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
