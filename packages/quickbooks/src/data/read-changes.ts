import {
  ProviderError,
  type ProviderAccess,
  type SaleType,
  type SalesChanges,
} from '@sales-channels/bff/provider';
import { z } from 'zod';
import type { ApiClient } from '../http/api-client.ts';
import { judge } from './doubtful-fault.ts';
import { readHead } from '../mapping/document.ts';
import { readSales } from '../mapping/sale.ts';
import { formatInstant } from './instant.ts';
import { ENTITIES } from './query.ts';

/** One answer holds this many objects, all types together, and lists what was deleted last. */
const MAX_CHANGES = 1000;
export const LOOK_BACK_DAYS = 30;
const LOOK_BACK_MS = LOOK_BACK_DAYS * 24 * 60 * 60 * 1000;

const Rows = z.array(z.unknown()).nullish();
// Strict where changes are: an answer of another shape would look like one that holds none, and be passed over for good.
const KindBody = z.looseObject({
  ...Object.fromEntries(Object.values(ENTITIES).map((entity) => [entity, Rows])),
  Fault: z.never().optional(),
});
const ChangesBody = z.looseObject({
  CDCResponse: z.array(z.looseObject({ QueryResponse: z.array(KindBody).nonempty() })).nonempty(),
});

export async function readChanges(
  client: ApiClient,
  access: ProviderAccess,
  { types, since, now }: { types: readonly SaleType[]; since: Date; now: Date },
): Promise<SalesChanges> {
  // Not left to the answer alone: an answer silently cut off at 30 days would look like a complete one.
  if (now.getTime() - since.getTime() > LOOK_BACK_MS)
    throw new ProviderError('too_old', 'changes: QuickBooks keeps changes for 30 days');
  const { body, serverTime } = await client(access, {
    kind: 'changes',
    path: 'cdc',
    params: { entities: types.map((type) => ENTITIES[type]).join(','), changedSince: formatInstant(since) },
  }).catch((error: unknown) => {
    throw judge(error, access);
  });
  const parsed = ChangesBody.safeParse(body);
  if (!parsed.success) throw new ProviderError('unavailable', 'changes: the answer holds no changes');

  const responses = parsed.data.CDCResponse.flatMap(({ QueryResponse }) => QueryResponse);
  const objects = responses
    .flatMap((response) => Object.values(response).filter(Array.isArray))
    .flat().length;
  const changes: SalesChanges = {
    sales: [],
    deleted: [],
    unreadable: [],
    truncated: objects >= MAX_CHANGES,
    serverTime,
  };
  for (const type of types) {
    // Found by name wherever they stand: neither the order of the types nor the counters are to be relied on.
    const rows = responses.flatMap((response) => Rows.parse(response[ENTITIES[type]]) ?? []);
    const { sales, unreadable } = await readSales(
      type,
      rows.filter((row) => !readHead(row).isDeleted),
    );
    changes.sales.push(...sales);
    changes.unreadable.push(...unreadable);
    for (const row of rows) {
      const { id, isDeleted, updatedAt } = readHead(row);
      if (isDeleted && id) changes.deleted.push({ type, externalId: id, at: updatedAt ?? serverTime });
    }
  }
  return changes;
}
