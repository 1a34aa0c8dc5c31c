import type {
  AuditEntry,
  Authorization,
  Channel,
  Connection,
  Context,
  EndpointName,
  Problem,
  ProblemCode,
  Product,
  Run,
  Sale,
  SaleRevision,
  Verification,
} from '@sales-channels/contract';
import type { Fault } from '../faults/fault.ts';

/** A document as the provider's company holds it, before the kit has seen it. */
export type CompanyDocument = Omit<
  Sale,
  | 'id'
  | 'channelId'
  | 'channelName'
  | 'source'
  | 'outOfRange'
  | 'voidNote'
  | 'revision'
  | 'importedAt'
  | 'updatedAt'
>;

/** A company somebody can pick when signing in. */
export interface Company {
  realmId: string;
  name: string;
  homeCurrency: string;
  documents: CompanyDocument[];
  /** Documents every sync fails on; they may be taken away. */
  unreadable?: Run['errors'];
}

/** What is stored of a channel; the rest of its answer follows from its runs and its connection. */
export type ChannelRecord = Pick<
  Channel,
  'id' | 'type' | 'name' | 'isActive' | 'attention' | 'initialSyncDate' | 'createdAt'
> & {
  connectionId: string | null;
  /** What the last comparison with the provider's counts said. */
  verification: Verification | null;
  /** When the provider reported a change that no sync has read yet. */
  reportedAt: string | null;
};

export type ConnectionRecord = Omit<Connection, 'channelId'>;

/** What a run that has not ended still has to do. */
export interface RunWork {
  documents: readonly CompanyDocument[];
  isBackfill: boolean;
  /** Counts differed, so that everything is read again. */
  isComparing: boolean;
  startsAtMs: number;
  endsAtMs: number;
  problem: Problem | null;
}

export interface RunRecord {
  run: Run;
  work: RunWork | null;
}

export interface SaleRecord {
  sequence: number;
  sale: Sale;
  /** What became of it, oldest first. */
  revisions: SaleRevision[];
}

export interface AuthorizationRecord extends Authorization {
  startedAtMs: number;
  /** The connection to reconnect; null for a new one. */
  reconnects: string | null;
}

export type AuthorizationOutcome = 'approved' | 'denied' | 'expired' | 'company_in_use' | 'company_mismatch';

/**
 * The business the mock API answers for. Its fields may be changed at any time; the next answer shows it.
 */
export interface World {
  context: Omit<Context, 'today'>;
  /** Origins that may ask, and that `returnTo` may have; null allows any. */
  allowedOrigins: readonly string[] | null;
  /** Session tokens that are over. */
  expiredTokens: Set<string>;
  companies: Company[];
  connections: ConnectionRecord[];
  channels: ChannelRecord[];
  runs: RunRecord[];
  sales: SaleRecord[];
  authorizations: AuthorizationRecord[];
  /** What people did, oldest first. */
  audit: AuditEntry[];
  /** What the host's product search knows; used while `context.manualSales.hasProducts`. */
  products: Product[];
  /** Answers to requests with an idempotency key, by operation and key. */
  keptAnswers: Map<string, { request: string; answer: unknown }>;
  /** Milliseconds every answer takes. */
  latencyMs: number;
  /** Milliseconds a run started by a call takes. */
  runMs: number;
  /** Milliseconds between the syncs a channel starts by itself; null for none. What failed is tried again sooner. */
  syncEveryMs: number | null;
  /** Calls a month that the provider may be asked for a company; null for any number. */
  monthlyCalls: number | null;
  /** Milliseconds until a sign-in is approved by itself; null waits for `finishAuthorization`. */
  autoApproveMs: number | null;
  /** The address a browser opens to sign in. */
  startUrl: (authorizationId: string) => string;
  /** What goes wrong, by operation; `every` is for those that have no fault of their own. */
  faults: Partial<Record<EndpointName | 'every', Fault>>;
  /** Operations that never answer. */
  hanging: Set<EndpointName>;
  /** How the next run ends; null for well. */
  nextRunProblem: ProblemCode | null;
  now(): Date;
  /** Today in the business' time zone. */
  today(): string;
  /** Moves the clock on. */
  advance(ms: number): void;
  /** Sets the clock, which goes on from there. */
  setNow(instant: Date | string): void;
  /** A new id, unique in this world. */
  nextId(prefix: string): string;
  nextSequence(): number;
  /** Plays the provider, which reports that something changed in a company's books: its channel syncs a few seconds later. */
  reportChange(realmId: string): void;
  /** Brings runs and sign-ins to where the clock says they are. Every answer does it first. */
  settle(): void;
  /**
   * Plays the person at the provider's sign-in page, who picks a company: by default the one to reconnect, or the first that is
   * not connected. Throws for an unknown or a finished sign-in, and for a company nobody has.
   */
  finishAuthorization(id: string, outcome: AuthorizationOutcome, realmId?: string): void;
}
