import type { Session } from '@sales-channels/bff/session';

export const PLANS = ['starter', 'standard', 'advanced'] as const;
export type Plan = (typeof PLANS)[number];

export interface Business {
  id: string;
  name: string;
  place: string;
  timeZone: string;
  homeCurrency: string;
  /** The day its opening stock was counted, `YYYY-MM-DD`. */
  stockCountedOn?: string;
}

export interface User {
  id: string;
  name: string;
  role: string;
  /** Those the user may see. */
  businesses: readonly string[];
  permissions: Session['permissions'];
}

/** Relative to today, so that it lies among the sales of the emulated company whenever the demo is started. */
function firstOfMonth(monthsFromNow: number): string {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + monthsFromNow, 1));
  return first.toISOString().slice(0, 10);
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
    stockCountedOn: firstOfMonth(-3),
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
