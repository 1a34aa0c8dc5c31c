import type { Decimal } from '../money.ts';
import type { AccountingProvider, ReceivedNotification } from '../provider.ts';
import type { ProviderErrorCode } from '../provider-error.ts';
import type { SaleType } from '../provider-sale.ts';

/** A provider and the service behind it, which the contract suite can look into and change. */
export interface ProviderWorld {
  readonly provider: AccountingProvider;
  /** The same provider with a client secret that was never issued. */
  readonly impostor: AccountingProvider;
  readonly redirectUri: string;
  addCompany(seed: WorldCompanySeed): Promise<WorldCompany>;
  /** A person opens the authorization URL, picks the company and approves or not; the callback's parameters come back. */
  visit(authorizationUrl: string, choice: { realmId: string; approve: boolean }): Promise<URLSearchParams>;
  /**
   * What the service tells the app of what happens in `during`, with a signature that `provider` can check. Needed with
   * `hasNotifications`.
   */
  notificationOf?(during: () => Promise<unknown>): Promise<ReceivedNotification>;
  close(): Promise<void>;
}

export interface WorldCompanySeed {
  name: string;
  /**
   * How many documents of each type there are from the start, lines of all kinds and voids among them. Where a type has 5,000 or
   * more, over 2,000 of them were created within one second.
   */
  documents: Readonly<Record<SaleType, number>>;
  /** The first calendar date any of them has. */
  from: string;
}

export interface WorldCompany {
  readonly realmId: string;
  /** A new document, dated as given. Resolves with its id. */
  create(type: SaleType, date: string): Promise<string>;
  change(type: SaleType, externalId: string, change: 'edit' | 'void' | 'delete'): Promise<void>;
  /** Has the service fail on every answer that would hold the document, and ends that. */
  poison(type: SaleType, externalId: string): Promise<void>;
  heal(type: SaleType, externalId: string): Promise<void>;
  /** Pays an invoice, in part or in full. */
  pay(externalId: string): Promise<void>;
  redate(type: SaleType, externalId: string, date: string): Promise<void>;
  /** Every document there is or was. */
  truth(): Promise<WorldDocument[]>;
  /** Makes the next matching call to the service fail. */
  failNext(fault: string, call: 'data' | 'token'): Promise<void>;
  /** Calls the service has counted against the app's allowance so far. */
  meteredCalls(): Promise<number>;
}

export interface WorldDocument {
  type: SaleType;
  externalId: string;
  state: 'active' | 'voided' | 'deleted';
  date: string;
  currency: string;
  total: Decimal;
  /** Sum of the amounts of sold things, without shipping, discount and tax. */
  lineSum: Decimal;
}

/** A failure the world can stage, under the world's own name, and what the provider has to make of it. */
export interface WorldFault {
  name: string;
  code: ProviderErrorCode;
}

export interface ProviderContract {
  name: string;
  open(): Promise<ProviderWorld>;
  /** Whether the service tells an app of changes. */
  hasNotifications: boolean;
  /** Faults of calls for data. */
  dataFaults: readonly WorldFault[];
  /** Faults of token requests. */
  tokenFaults: readonly WorldFault[];
}
