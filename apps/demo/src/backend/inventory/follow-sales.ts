import { setTimeout as wait } from 'node:timers/promises';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import type { Database } from '../database.ts';
import { applySales, CursorMovedError } from './apply-sales.ts';

const PAGE_SIZE = 1000;

interface FollowOptions {
  database: Database;
  businessId: string;
  client: SalesChannelsClient;
  /** Pause after the feed's end, in milliseconds. */
  pauseMs?: number;
  clock?: () => Date;
  /** Told once when reading fails and once when it works again. */
  log?: (line: string) => void;
}

/** Reads what is new in a business' feed into stock. */
export async function readFeed({ database, businessId, client, clock = () => new Date() }: FollowOptions) {
  const { feeds } = database;
  await feeds.updateOne({ _id: businessId }, { $setOnInsert: { cursor: null } }, { upsert: true });
  for (let hasMore = true; hasMore;) {
    const after = (await feeds.findOne({ _id: businessId }))?.cursor ?? null;
    const query = { limit: PAGE_SIZE, ...(after !== null && { after }) };
    const page = await client.listChanges({ query });
    if (page.cursor !== after) await applySales(database, { businessId, after, page, now: clock() });
    hasMore = page.hasMore;
  }
}

/** Keeps reading a business' feed until stopped. A failure is retried: the cursor stands where it stood. */
export function followSales(options: FollowOptions): { stop(): Promise<void> } {
  const { businessId, pauseMs = 1000, log = () => {} } = options;
  const stopping = new AbortController();
  let isFailing = false;

  async function follow(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await readFeed(options);
        if (isFailing) log(`Sales of ${businessId} are read again.`);
        isFailing = false;
      } catch (error) {
        if (!(error instanceof CursorMovedError) && !isFailing && !stopping.signal.aborted) {
          isFailing = true;
          log(`Sales of ${businessId} cannot be read (${describe(error)}); trying again.`);
        }
      }
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const following = follow();
  return {
    stop: () => {
      stopping.abort();
      return following;
    },
  };
}

const describe = (error: unknown): string =>
  error instanceof ApiProblem ? error.code : error instanceof Error ? error.message : String(error);
