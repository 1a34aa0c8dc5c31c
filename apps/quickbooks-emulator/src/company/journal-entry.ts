/** A journal entry as created by a client: kept as written, with the service's fields added. */
export interface JournalEntry {
  readonly id: string;
  /** Epoch seconds. */
  readonly created: number;
  readonly txnDate: string;
  readonly docNumber: string | undefined;
  readonly privateNote: string | undefined;
  readonly currency: string;
  readonly lines: readonly Record<string, unknown>[];
}
