import { createSessionSigner } from '@sales-channels/bff/session';
import type { SessionSignerOptions } from '@sales-channels/bff/session';
import type { Account, Accounts } from './accounts.ts';
import type { Business } from './businesses.ts';
import { entitlementsOf } from './businesses.ts';

interface SessionsOptions {
  accounts: Accounts;
  key: SessionSignerOptions;
  /** Origin of the product's pages. */
  origin: string;
}

export type SalesChannelsSessions = ReturnType<typeof createSalesChannelsSessions>;

/** Signs the short-lived tokens with which pages, and this backend itself, use Sales Channels. */
export function createSalesChannelsSessions({ accounts, key, origin }: SessionsOptions) {
  const sign = createSessionSigner(key);
  return {
    forUser: ({ business, user, plan }: Account): Promise<string> =>
      sign({
        ...describe(business),
        user: { id: user.id, name: user.name },
        permissions: user.permissions,
        entitlements: entitlementsOf(plan),
        allowedOrigins: [origin],
      }),

    /** For this backend's own calls: it may read, and no page may use it. */
    forBackend: async (business: Business): Promise<string> =>
      sign({
        ...describe(business),
        user: { id: 'northwind', name: 'Northwind' },
        permissions: ['read'],
        entitlements: entitlementsOf(await accounts.planOf(business.id)),
        allowedOrigins: [],
      }),
  };
}

const describe = ({ id, name, timeZone, homeCurrency, stockCountedOn }: Business) => ({
  business: { id, name },
  timeZone,
  homeCurrency,
  ...(stockCountedOn !== undefined && { stockTrackedSince: stockCountedOn }),
});
