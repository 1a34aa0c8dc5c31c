import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { z } from 'zod';
import type { Business } from '../account/businesses.ts';
import type { OwnConnections } from './own-connection.ts';

/** A way into a business' company, whoever signed in to it. */
export interface CompanyAccess {
  realmId: string;
  companyName: string;
  /** `northwind`: signed in by this backend. `sales-channels`: lent by Sales Channels, which refreshes it. */
  owner: 'northwind' | 'sales-channels';
  /** A token that is good now, or another one than `rejected`. */
  getAccessToken(rejected?: string): Promise<string>;
}

interface CompanyAccessOptions {
  own: OwnConnections;
  clientFor: (business: Business) => SalesChannelsClient;
  salesChannels: { url: string; apiKey: string };
}

export type FindCompany = (business: Business) => Promise<CompanyAccess | null>;

const lentSchema = z.object({ accessToken: z.string() });

/** Makes the function that finds the company of a business: Northwind's own connection, else one made through Sales Channels. */
export function createFindCompany({ own, clientFor, salesChannels }: CompanyAccessOptions): FindCompany {
  async function borrow(businessId: string, connectionId: string): Promise<string> {
    const response = await fetch(`${salesChannels.url}/host/access-token`, {
      method: 'POST',
      headers: { authorization: `Bearer ${salesChannels.apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ businessId, connectionId }),
      signal: AbortSignal.timeout(20_000),
    });
    if (!response.ok) throw new Error(`Sales Channels lends no access token (${response.status}).`);
    return lentSchema.parse(await response.json()).accessToken;
  }

  return async function findCompany(business) {
    const mine = await own.find(business.id);
    if (mine) {
      const { realmId, companyName } = mine;
      const getAccessToken = (rejected?: string) => own.getAccessToken(business.id, rejected);
      return { realmId, companyName, owner: 'northwind', getAccessToken };
    }
    const { items } = await clientFor(business).listConnections();
    const lent = items.find(({ ownership, status }) => ownership === 'kit' && status === 'connected');
    if (!lent) return null;
    const { id, realmId, companyName } = lent;
    return { realmId, companyName, owner: 'sales-channels', getAccessToken: () => borrow(business.id, id) };
  };
}
