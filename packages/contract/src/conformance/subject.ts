import type { Entitlements, Permission } from '../context.ts';
import type { Product } from '../manual-sale.ts';
import type { StartedAuthorization } from '../connection.ts';

/** What a session may say otherwise than the usual one, which may do everything and has room for two connections. */
export interface SessionChange {
  permissions?: readonly Permission[];
  entitlements?: Partial<Entitlements>;
  /** Otherwise the host does not say it. */
  stockTrackedSince?: string;
}

/** A document a company has, before anything has read it. */
export interface CompanyEntry {
  externalId: string;
  type: 'invoice' | 'sales_receipt' | 'credit_memo';
  number: string | null;
  customerName: string | null;
  date: string;
  currency: string;
  /** Signed as a sale's total is. */
  total: string;
}

/** How a person answers at the provider's sign-in page. */
export type SignInAnswer = { realmId: string } | 'denied';

/** A business nobody has used yet, behind an API that is asked over HTTP. */
export interface ConformanceBusiness {
  baseUrl: string;
  /** Companies only this business' owner has. */
  realmIds: readonly [string, string, string];
  /** A session token of the business' user, Dana. Its one origin is `ALLOWED_ORIGIN`. */
  token(change?: SessionChange): Promise<string>;
  /** One that was good once. */
  expiredToken(): Promise<string>;
  /** Gives the business a connection the host signs in to. */
  lend(realmId: string): void;
  /** Writes documents into a company's books, as new as now. */
  write(realmId: string, entries: readonly CompanyEntry[]): void;
  /** Goes through a sign-in to its end. */
  signIn(started: StartedAuthorization, answer: SignInAnswer): Promise<void>;
  /** Lets no sync end until `release`. */
  hold(): void;
  /** Lets syncs end; called again and again while one is waited for. */
  release(): void;
}

/**
 * An implementation of the API. It offers one provider, allows initial sync dates of the last `MAX_LOOK_BACK_DAYS`, knows
 * `CONFORMANCE_PRODUCTS`, and is in UTC.
 */
export interface ConformanceSubject {
  provider: string;
  newBusiness(): Promise<ConformanceBusiness>;
}

export const ALLOWED_ORIGIN = 'https://app.example.com';
export const MAX_LOOK_BACK_DAYS = 3650;
export const USUAL_ENTITLEMENTS: Entitlements = {
  salesTracking: { allowed: true, requiredPlan: 'Growth' },
  maxAccountingConnections: 2,
  moreConnectionsPlan: 'Advanced',
};
export const CONFORMANCE_PRODUCTS: readonly Product[] = [
  { id: 'p-1', name: 'Oak stool', code: 'OAK-1', unitPrice: { amount: '120.00', currency: 'USD' } },
  { id: 'p-2', name: 'Oak bench', code: 'OAK-2', unitPrice: null },
  { id: 'p-3', name: 'Brass hook', code: null, unitPrice: { amount: '7.5', currency: 'USD' } },
];
