import type { ProviderSale, SaleType } from './provider-sale.ts';

/**
 * An accounting system that sales are read from. One instance serves one environment (production, sandbox, an emulator) and
 * holds no connection's state: every call is given the access it may use, so companies can never be mixed.
 *
 * Every method rejects with a `ProviderError` and nothing else.
 */
export interface AccountingProvider {
  /** Stable key, stored with every connection, e.g. `quickbooks`. */
  readonly id: string;
  /** The product's full name as people read it. */
  readonly name: string;
  /** Which installation of the provider this is; connections of different environments never meet. */
  readonly environment: string;
  /** How often one company may be asked: a little below where the provider turns calls down. */
  readonly pace: ProviderPace;
  /** IANA zone in which the month turns that the provider counts metered calls by. */
  readonly meteringTimeZone: string;

  /** The provider's page where a person picks a company and approves. */
  authorizationUrl(request: { state: string; redirectUri: string }): string;
  /** Trades an authorization code for tokens. Sends exactly one request: a second one may burn the grant. */
  exchange(request: { code: string; realmId: string; redirectUri: string }): Promise<TokenSet>;
  /** Trades a refresh token for new tokens. Sends exactly one request; whoever calls it holds the connection's lock. */
  refresh(tokens: TokenSet): Promise<TokenSet>;
  /** Ends the grant. Resolves as well when the provider says it had already ended. */
  revoke(tokens: TokenSet): Promise<void>;

  /** The company behind the access. */
  company(access: ProviderAccess): Promise<ProviderCompany>;
  /** How many documents of a type there are in a range of dates. */
  count(access: ProviderAccess, query: DatedQuery): Promise<number>;
  /**
   * One page of the documents in a range of dates, in an order that edits made meanwhile cannot disturb. Pass the page's
   * `next` to go on; `next` is null on the last page. A document may be seen twice, none is missed. Where a document makes the
   * provider fail on a whole page, pages grow small, empty ones among them, until it stands alone among the `unreadable`.
   */
  pageSince(access: ProviderAccess, query: DatedQuery & { cursor?: PageCursor }): Promise<SalesPage>;
  /**
   * One page of the documents that changed at or after `since`, whatever their date, in the order they changed. Pages go on as
   * those of `pageSince` do. Tells no deletions, but reaches back as far as one likes.
   */
  updatedSince(
    access: ProviderAccess,
    query: { type: SaleType; since: Date; cursor?: PageCursor },
  ): Promise<SalesPage>;
  /** Everything that changed at or after `since`, deletions included, of the given types in one call. */
  changesSince(
    access: ProviderAccess,
    query: { types: readonly SaleType[]; since: Date },
  ): Promise<SalesChanges>;
  /** For how many days `changesSince` can look back. */
  readonly changesKeptDays: number;
  /**
   * Up to a hundred documents by their ids. One that is neither among the sales nor among the unreadable does not exist any
   * more. Rejects with `poisoned` where one of them makes the provider fail on all.
   */
  documentsById(
    access: ProviderAccess,
    query: { type: SaleType; externalIds: readonly string[] },
  ): Promise<FoundDocuments>;

  /**
   * What a notification of the provider's tells of, once its signature was found valid; null where it is not. Asks nobody
   * and never throws: what is of no interest here, or of a shape that is not known, is left out. Absent where the provider
   * tells nothing, or nothing is there to check its signature with.
   */
  readonly readNotification?: (notification: ReceivedNotification) => CompanyChange[] | null;

  /** Where a person sees the document in the provider's own product. */
  documentUrl(document: { type: SaleType; externalId: string }): string;
}

/** A request that says it comes from the provider. */
export interface ReceivedNotification {
  /** By their lower-case names. */
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The very bytes that were sent. */
  body: Uint8Array;
}

/** That a document which may be a sale changed in some company. What it says now has to be read. */
export interface CompanyChange {
  realmId: string;
  /** By the provider's clock, a second exact; null where it is not told. */
  changedAt: Date | null;
}

/** Calls of one company, of all servers together. */
export interface ProviderPace {
  perSecond: number;
  perMinute: number;
  /** Under way at the same time. */
  atOnce: number;
}

/** What one call may use. */
export interface ProviderAccess {
  accessToken: string;
  /** On whose behalf the call is made, for those who count calls; a provider has no use for it. */
  businessId?: string;
  /** The provider's id of the company. */
  realmId: string;
  signal?: AbortSignal;
  /**
   * True once the call has failed again and again: a failure that may be the whole service's or one document's is then taken
   * for the document's. Before that it is `unavailable`.
   */
  blamesDocument?: boolean;
  /** Told of every HTTP answer, so that metered calls can be counted where they are paid. */
  onCall?: (call: ProviderCall) => void;
}

export interface ProviderCall {
  kind: 'company' | 'count' | 'page' | 'changes' | 'documents';
  status: number;
  /** True where the provider counts the call against the app's allowance. */
  metered: boolean;
}

export interface TokenSet {
  accessToken: string;
  refreshToken: string;
  accessTokenExpiresAt: Date;
  /** End of the rolling lifetime, which each refresh extends. */
  refreshTokenExpiresAt: Date;
  /** End of the grant whatever is refreshed, where the provider tells it. */
  hardExpiresAt: Date | null;
}

export interface ProviderCompany {
  realmId: string;
  name: string;
  /** ISO 4217, where the provider tells it. */
  homeCurrency: string | null;
}

/** Calendar dates `YYYY-MM-DD`, compared with the document's own date. */
export interface DatedQuery {
  type: SaleType;
  /** Inclusive. */
  from: string;
  /** Exclusive; no end without it. */
  before?: string;
}

/** Opaque to everyone but the provider that made it. */
export type PageCursor = Readonly<Record<string, string | number | readonly string[]>>;

export interface SalesPage {
  sales: ProviderSale[];
  /** Documents on the page that could not be read; they do not stop the others. */
  unreadable: UnreadableDocument[];
  /** Plain JSON, so that it can be stored. */
  next: PageCursor | null;
  /** The provider's clock when it began to answer; null where it failed on the page. */
  serverTime: Date | null;
}

export interface FoundDocuments {
  sales: ProviderSale[];
  unreadable: UnreadableDocument[];
  serverTime: Date;
}

export interface SalesChanges {
  sales: ProviderSale[];
  deleted: { type: SaleType; externalId: string; at: Date }[];
  unreadable: UnreadableDocument[];
  /** True when the answer reached the provider's cap: something, deletions first, may be missing from it. */
  truncated: boolean;
  serverTime: Date;
}

/** A document that is there and could not be made a sale of. */
export interface UnreadableDocument {
  type: SaleType;
  externalId: string | null;
  number: string | null;
  reason: string;
  /** Its own date, where it tells one. */
  date: string | null;
  /**
   * For one whose id is not known: a cursor for `pageSince` that asks again where it stands. One that stands among changes is
   * looked for there, whatever its date.
   */
  place: PageCursor | null;
}
