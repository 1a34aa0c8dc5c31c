import type { Document } from 'mongodb';
import type { Place, Side, Timing } from '../sides/side.ts';
import { newSale, nextRevision, saleFields, saleKey } from './final-document.ts';
import { openSales } from './open-sales.ts';
import type { Entity, QueryResponse, QuickBooksDocument } from './quickbooks-documents.ts';
import { ENTITIES } from './quickbooks-documents.ts';
import { createRateLimit } from './rate-limit.ts';

const PAGE_SIZE = 1000;

/**
 * The least a sync can be: the same pages, the same documents, the same limits, and nothing else. Pages of 1,000 along the
 * time of creation, the three kinds side by side, the next page on its way while the last is written with the driver's
 * `insertMany`. It checks nothing, looks nothing up, keeps no cursor, and would store everything twice when it is run twice.
 */
export async function openFloor(place: Place): Promise<Side> {
  const { emulatorUrl, realmId, from } = place;
  const { sales, close } = await openSales(place);
  const mayCall = createRateLimit();
  let sequence = 0;
  let changedSince = '';

  async function ask<T>(accessToken: string, path: string, params: Record<string, string>): Promise<T> {
    await mayCall();
    const query = new URLSearchParams({ ...params, minorversion: '75' });
    const response = await fetch(`${emulatorUrl}/v3/company/${realmId}/${path}?${query.toString()}`, {
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as T;
  }

  /** @param seen documents of the second `after` that earlier pages had */
  async function page(accessToken: string, entity: Entity, after: string | null, seen: number) {
    const where = [`TxnDate >= '${from}'`, ...(after ? [`MetaData.CreateTime >= '${after}'`] : [])];
    const query =
      `select * from ${entity} where ${where.join(' and ')} orderby MetaData.CreateTime asc ` +
      `startposition ${seen + 1} maxresults ${PAGE_SIZE}`;
    const { QueryResponse, time } = await ask<{ QueryResponse: QueryResponse; time: string }>(
      accessToken,
      'query',
      { query },
    );
    changedSince ||= time;
    const documents = QueryResponse[entity] ?? [];
    return { documents, next: documents.length < PAGE_SIZE ? null : nextAfter(documents, after, seen) };
  }

  async function readAll(accessToken: string, entity: Entity): Promise<void> {
    let reading: ReturnType<typeof page> | null = page(accessToken, entity, null, 0);
    while (reading) {
      const { documents, next }: Awaited<ReturnType<typeof page>> = await reading;
      reading = next && page(accessToken, entity, next.after, next.seen);
      reading?.catch(() => undefined);
      if (documents.length === 0) continue;
      const made = documents.map((document) => newSale(realmId, entity, document, (sequence += 1)));
      await sales.insertMany(made, { ordered: false });
    }
  }

  return {
    backfill: (accessToken) =>
      timed(async () => {
        await Promise.all(ENTITIES.map((entity) => readAll(accessToken, entity)));
      }),

    /** One call for what changed, one write of what it says. */
    increment: (accessToken) =>
      timed(async () => {
        const since = changedSince;
        const { CDCResponse, time } = await ask<{
          CDCResponse: { QueryResponse: QueryResponse[] }[];
          time: string;
        }>(accessToken, 'cdc', { entities: ENTITIES.join(','), changedSince: since });
        changedSince = time;
        const answers = CDCResponse.flatMap(({ QueryResponse }) => QueryResponse);
        const writes = ENTITIES.flatMap((entity) =>
          answers.flatMap((answer) => answer[entity] ?? []).map((document) => write(entity, document, since)),
        );
        if (writes.length > 0) await sales.bulkWrite(writes, { ordered: false });
      }),

    close,
  };

  function write(entity: Entity, document: QuickBooksDocument, since: string) {
    sequence += 1;
    const isDeleted = document.status === 'Deleted';
    if (!isDeleted && Date.parse(document.MetaData.CreateTime) >= Date.parse(since))
      return { insertOne: { document: newSale(realmId, entity, document, sequence) as Document } };
    const at = new Date();
    const { set, cause } = isDeleted ? deletion(document) : changeOf(entity, document);
    return {
      updateOne: {
        filter: saleKey(realmId, entity, document.Id),
        update: {
          $set: { ...set, sequence, updatedAt: at, revision: 2 },
          $push: { revisions: { $each: [nextRevision(cause, at)], $slice: -100 } } as Document,
        },
      },
    };
  }
}

const deletion = ({ MetaData }: QuickBooksDocument) => ({
  cause: 'deleted_at_source',
  set: {
    state: 'voided',
    voidReason: 'deleted_at_source',
    contentHash: null,
    providerUpdatedAt: new Date(MetaData.LastUpdatedTime),
  },
});

/** A void leaves zeros behind; the amounts as they were stay. */
function changeOf(entity: Entity, document: QuickBooksDocument) {
  const fields = saleFields(entity, document);
  if (fields.state === 'active') return { cause: 'changed_at_source', set: fields };
  const { contentHash, providerUpdatedAt, date, note, state, voidReason } = fields;
  return {
    cause: 'voided_at_source',
    set: { contentHash, providerUpdatedAt, date, note, state, voidReason },
  };
}

/** Where the page after this one begins: at the last second of it, past its documents of that second. */
function nextAfter(documents: readonly QuickBooksDocument[], after: string | null, seen: number) {
  const last = documents.at(-1)?.MetaData.CreateTime ?? '';
  const ofLast = documents.filter(({ MetaData }) => MetaData.CreateTime === last).length;
  return { after: last, seen: last === after ? seen + ofLast : ofLast };
}

async function timed(work: () => Promise<void>): Promise<Timing> {
  const begun = performance.now();
  await work();
  return { seconds: (performance.now() - begun) / 1000 };
}
