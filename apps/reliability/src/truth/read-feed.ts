import type { ChangePage } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';

export type Change = ChangePage['items'][number];

/** The whole feed of a business, oldest first. */
export async function readWholeFeed(client: SalesChannelsClient): Promise<Change[]> {
  const changes: Change[] = [];
  for (let after: string | undefined, hasMore = true; hasMore;) {
    const page = await client.listChanges({ query: { limit: 1000, ...(after !== undefined && { after }) } });
    changes.push(...page.items);
    ({ cursor: after, hasMore } = page);
  }
  return changes;
}
