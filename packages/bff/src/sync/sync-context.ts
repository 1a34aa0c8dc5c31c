import type { Run } from '@sales-channels/contract';
import type { SyncCursor } from '../channels/channel.model.ts';
import type { AccountingProvider, ProviderAccess, UnreadableDocument } from '../provider/provider.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import type { ImportPage, ImportTarget } from '../sales/create-import.ts';
import type { UnreadableRecord } from '../sales/unreadable.model.ts';

/** What the parts of one sync share. */
export interface SyncContext {
  provider: AccountingProvider;
  target: ImportTarget;
  /** The cursor as it was when the sync began; what the sync itself has to remember of it is kept up. */
  cursor: SyncCursor;
  /** Documents that could not be imported so far, by their id. */
  unreadable: () => ReadonlyMap<string, UnreadableRecord>;
  /** Whether this run has changed any sale. */
  hasChanged: () => boolean;
  /** How many more sales of each kind are stored and in range since the run began. */
  grown: () => Readonly<Record<SaleType, number>>;
  /** Ends what the parts of the sync still do side by side, after one of them has failed. */
  abort: (reason: unknown) => void;
  /**
   * Runs one provider call: with a good token, again after failures that pass, counted where it is metered.
   * @param options.blamesDocument for a document that has failed before: it is not waited for whether that passes
   */
  call: <T>(
    work: (access: ProviderAccess) => Promise<T>,
    options?: { blamesDocument?: boolean },
  ) => Promise<T>;
  /** Stores a page with what it moves; pages are stored one after another. */
  store: (page: SyncPage) => Promise<void>;
}

export interface SyncPage extends Partial<Pick<ImportPage, 'sales' | 'deleted' | 'seenAt' | 'mostly'>> {
  unreadable?: readonly UnreadableDocument[];
  /** True where the provider itself listed the documents as dated on or after the floor. */
  isListed?: boolean;
  /** Documents that could not be imported and need no longer be asked for, by their id. */
  settled?: readonly string[];
  /** Documents of the first sync that the page brings nearer to its end. */
  progressed?: number;
  phase: Run['phase'];
  /** Fields of the cursor the page moves, by their path in the channel. */
  cursorFields?: Record<`cursor.${string}`, unknown>;
}
