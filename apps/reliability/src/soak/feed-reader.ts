import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createBusiness } from '../rig/business.ts';
import { asText, keepFeed, openKeptFeed } from './kept-feed.ts';

// A host's reader of the feed, in a process of its own that is killed like the servers are. It knows its place by its files only.
const { DIRECTORY: directory = '', SERVERS: servers = '' } = process.env;
const urls = servers.split(',');
let turn = 0;

for (;;) {
  const ids = JSON.parse(readFileSync(`${directory}/businesses.json`, 'utf8')) as string[];
  for (const id of ids) {
    const business = createBusiness({
      id,
      realmId: '',
      publicUrl: '',
      serverUrl: () => urls[(turn += 1) % urls.length] ?? '',
    });
    // A server that is down is no reason to stop: the next look asks another.
    await follow(id, business.client).catch(() => undefined);
  }
  await wait(200);
}

async function follow(id: string, client: ReturnType<typeof createBusiness>['client']): Promise<void> {
  const feed = openKeptFeed(directory, id);
  for (let hasMore = true; hasMore;) {
    const query = { limit: 200, ...(feed.cursor !== null && { after: feed.cursor }) };
    const page = await client.listChanges({ query });
    ({ hasMore, cursor: feed.cursor } = page);
    for (const change of page.items) feed.sales[change.sale.id] = asText(change);
    if (page.items.length > 0) keepFeed(directory, id, feed);
  }
}
