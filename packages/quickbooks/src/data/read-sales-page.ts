import type { ProviderAccess, SalesPage, UnreadableDocument } from '@sales-channels/bff/provider';
import type { ApiClient } from '../http/api-client.ts';
import { readSales } from '../mapping/sale.ts';
import type { RowsQuery } from './read-page.ts';
import { readPage } from './read-page.ts';

/** A page of documents as sales, those named that cannot be read and those that nobody can look at. */
export async function readSalesPage(
  client: ApiClient,
  access: ProviderAccess,
  query: RowsQuery,
): Promise<SalesPage> {
  const { rows, holes, next, serverTime } = await readPage(client, access, query);
  const { sales, unreadable } = await readSales(query.type, rows);
  const hidden = holes.map((place): UnreadableDocument => ({
    type: query.type,
    externalId: null,
    number: null,
    date: null,
    reason: 'QuickBooks Online fails on this document.',
    place,
  }));
  return { sales, unreadable: [...unreadable, ...hidden], next, serverTime };
}
