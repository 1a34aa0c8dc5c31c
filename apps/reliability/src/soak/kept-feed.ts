import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Change } from '../truth/read-feed.ts';

/** What a reader of the feed has of one business: where it is, and each sale as it was told of last. */
export interface KeptFeed {
  cursor: string | null;
  /** `sequence` and everything of a sale, as text, by the sale's id. */
  sales: Record<string, string>;
}

const fileOf = (directory: string, businessId: string) => `${directory}/feed-${businessId}.json`;

export function openKeptFeed(directory: string, businessId: string): KeptFeed {
  try {
    return JSON.parse(readFileSync(fileOf(directory, businessId), 'utf8')) as KeptFeed;
  } catch {
    return { cursor: null, sales: {} };
  }
}

/** The sales and the cursor behind them together or not at all, whenever the reader is killed. */
export function keepFeed(directory: string, businessId: string, feed: KeptFeed): void {
  const file = fileOf(directory, businessId);
  writeFileSync(`${file}.new`, JSON.stringify(feed));
  renameSync(`${file}.new`, file);
}

export const asText = ({ sequence, sale }: Change): string => `${sequence} ${JSON.stringify(sale)}`;
