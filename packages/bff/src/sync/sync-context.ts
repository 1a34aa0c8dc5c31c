import type { Run } from '@sales-channels/contract';
import type { UpdateQuery } from '../database.ts';
import type { ChannelDocument, SyncCursor } from '../channels/channel.model.ts';
import type { AccountingProvider, ProviderAccess, UnreadableDocument } from '../provider/provider.ts';
import type { ImportPage, ImportTarget } from '../sales/create-import.ts';

/** What the parts of one sync share. */
export interface SyncContext {
  provider: AccountingProvider;
  target: ImportTarget;
  /** The cursor as it was when the sync began. */
  cursor: SyncCursor;
  /** Ends what the parts of the sync still do side by side, after one of them has failed. */
  abort: (reason: unknown) => void;
  /** Runs one provider call: with a good token, again after failures that pass, counted where it is metered. */
  call: <T>(work: (access: ProviderAccess) => Promise<T>) => Promise<T>;
  /** Stores a page with what it moves; pages are stored one after another. */
  store: (page: SyncPage) => Promise<void>;
}

export interface SyncPage extends Pick<ImportPage, 'sales' | 'deleted'> {
  unreadable: readonly UnreadableDocument[];
  /** Documents of the first sync that the page brings nearer to its end. */
  progressed: number;
  phase: Run['phase'];
  /** Fields of the cursor the page moves, by their path in the channel. */
  cursorFields: Record<`cursor.${string}`, unknown>;
}

/** Errors kept with a run; the count goes on. */
const MAX_ERRORS = 100;

/** What a page changes on the channel beside its sales. */
export function channelUpdate(
  page: SyncPage,
  counts: Omit<Run['counts'], 'errors'>,
  providerCalls: number,
): UpdateQuery<ChannelDocument> {
  return {
    $set: { ...page.cursorFields, 'run.phase': page.phase },
    $inc: {
      'run.progress.done': page.progressed,
      'cursor.documentsRead': page.progressed,
      'run.counts.created': counts.created,
      'run.counts.updated': counts.updated,
      'run.counts.voided': counts.voided,
      'run.counts.unchanged': counts.unchanged,
      'run.counts.errors': page.unreadable.length,
      'run.providerCalls': providerCalls,
    },
    $push: { 'run.errors': { $each: [...page.unreadable], $slice: MAX_ERRORS } },
  };
}
