import type { IndexDescriptionInfo } from 'mongodb';

/** Where a side works: a database of its own and a company at the emulator. */
export interface Place {
  databaseUri: string;
  databaseName: string;
  emulatorUrl: string;
  realmId: string;
  /** Calendar date from which on documents are brought in. */
  from: string;
  /** Those of the collection of sales, for the sides that make it themselves. */
  indexes: readonly IndexDescriptionInfo[];
}

export const SIDE_NAMES = ['ours', 'floor', 'tuned', 'tunedSideBySide', 'loop'] as const;
export type SideName = (typeof SIDE_NAMES)[number];

export interface Timing {
  seconds: number;
  /** From asking for it to its end, where that is something else: waking a worker, taking the lease. */
  fromRequestSeconds?: number;
}

/** One way to bring a company's sales into a database. */
export interface Side {
  /** Everything, into an empty database. */
  backfill(accessToken: string): Promise<Timing>;
  /** What changed since the last time. */
  increment(accessToken: string): Promise<Timing>;
  close(): Promise<void>;
}

export const SALES_COLLECTION = 'sales';
