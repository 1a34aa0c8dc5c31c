import type { Session } from '@sales-channels/bff/session';

export const PLANS = ['starter', 'standard', 'advanced'] as const;
export type Plan = (typeof PLANS)[number];

export interface Business {
  id: string;
  name: string;
  place: string;
  timeZone: string;
  homeCurrency: string;
}

export interface User {
  id: string;
  name: string;
  role: string;
  /** Those the user may see. */
  businesses: readonly string[];
  permissions: Session['permissions'];
}

/** Customers of Northwind. */
export const businesses: readonly Business[] = [
  {
    id: 'brightwater',
    name: 'Brightwater',
    place: 'Portland, OR',
    timeZone: 'America/Los_Angeles',
    homeCurrency: 'USD',
  },
  {
    id: 'kestrel',
    name: 'Kestrel',
    place: 'Albany, NY',
    timeZone: 'America/New_York',
    homeCurrency: 'USD',
  },
];

const everywhere = businesses.map(({ id }) => id);

/** Who works there; the same people in both, to keep the demo small. */
export const users: readonly User[] = [
  {
    id: 'mara',
    name: 'Mara Lindqvist',
    role: 'Owner',
    businesses: everywhere,
    permissions: ['read', 'sync', 'manage', 'manual_sales'],
  },
  {
    id: 'ines',
    name: 'Ines Okafor',
    role: 'Sales',
    businesses: everywhere,
    permissions: ['read', 'sync', 'manual_sales'],
  },
  { id: 'theo', name: 'Theo Park', role: 'Viewer', businesses: everywhere, permissions: ['read'] },
];

const CONNECTIONS: Record<Plan, number> = { starter: 0, standard: 1, advanced: 3 };

/** What a plan allows, in the words of a Sales Channels session. */
export const entitlementsOf = (plan: Plan): Session['entitlements'] => ({
  salesTracking: plan === 'starter' ? { allowed: false, requiredPlan: 'Standard' } : { allowed: true },
  maxAccountingConnections: CONNECTIONS[plan],
  ...(plan !== 'advanced' && { moreConnectionsPlan: plan === 'starter' ? 'Standard' : 'Advanced' }),
});
