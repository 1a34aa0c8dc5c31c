import type { Run, Sale } from '@sales-channels/contract';
import type { RevisionCause } from './revisions.ts';
import { createRevision } from './revisions.ts';
import type { ChannelRecord, Company, CompanyDocument, SaleRecord, World } from './world.ts';

/** Stores a document as a new sale of the channel: one of the provider's, or one entered by hand. */
export function importDocument(
  world: World,
  channel: ChannelRecord,
  document: CompanyDocument,
  at: string,
  cause: RevisionCause,
): Sale {
  const sale = {
    ...document,
    id: world.nextId('sale'),
    channelId: channel.id,
    channelName: channel.name,
    source: channel.type === 'manual' ? 'manual' : 'synced',
    outOfRange: isBefore(document.date, channel.initialSyncDate),
    voidNote: null,
    revision: 1,
    importedAt: at,
    updatedAt: at,
  } satisfies Sale;
  const revisions = [createRevision(world, null, sale, cause)];
  world.sales.push({ sequence: world.nextSequence(), sale, revisions });
  return sale;
}

/** Changes a stored sale: a new revision, at the end of the feed. */
export function reviseSale(
  world: World,
  record: SaleRecord,
  at: string,
  changes: Partial<Sale>,
  cause: RevisionCause,
): void {
  const before = record.sale;
  record.sale = { ...before, ...changes, revision: before.revision + 1, updatedAt: at };
  record.revisions.push(createRevision(world, before, record.sale, cause));
  record.sequence = world.nextSequence();
}

/** Marks the channel's sales in or out of range after its initial sync date moved. */
export function applyInitialSyncDate(world: World, channel: ChannelRecord): void {
  const at = world.now().toISOString();
  for (const record of world.sales) {
    if (record.sale.channelId !== channel.id) continue;
    const outOfRange = isBefore(record.sale.date, channel.initialSyncDate);
    if (outOfRange !== record.sale.outOfRange) {
      reviseSale(world, record, at, { outOfRange }, { cause: 'start_date_moved', isByUser: true });
    }
  }
}

/** The company's documents from the initial sync date on that are no sales yet, oldest first. */
export function documentsToImport(world: World, channel: ChannelRecord): CompanyDocument[] {
  const known = new Set(
    world.sales
      .filter(({ sale }) => sale.channelId === channel.id)
      .map(({ sale }) => `${sale.type}:${sale.externalId}`),
  );
  return companyDocuments(world, channel.connectionId)
    .filter(({ type, externalId }) => !known.has(`${type}:${externalId}`))
    .filter(({ date }) => !isBefore(date, channel.initialSyncDate));
}

/** All documents of the company behind a connection, oldest first. */
export const companyDocuments = (world: World, connectionId: string | null): readonly CompanyDocument[] =>
  companyOf(world, connectionId)?.documents ?? [];

/** The company behind a connection. */
export function companyOf(world: World, connectionId: string | null): Company | undefined {
  const realmId = world.connections.find(({ id }) => id === connectionId)?.realmId;
  return world.companies.find((company) => company.realmId === realmId);
}

/** Voids the channel's sales whose documents the company no longer has. @returns how many. */
export function voidDeleted(
  world: World,
  channel: ChannelRecord,
  at: string,
  run: Pick<Run, 'id' | 'trigger'>,
): number {
  const key = ({ type, externalId }: Pick<Sale, 'type' | 'externalId'>) => `${type}:${externalId}`;
  const existing = new Set(companyDocuments(world, channel.connectionId).map(key));
  const gone = world.sales.filter(
    ({ sale }) =>
      sale.channelId === channel.id && sale.voidReason !== 'deleted_at_source' && !existing.has(key(sale)),
  );
  const changes = { state: 'voided', voidReason: 'deleted_at_source', balance: '0' } as const;
  for (const record of gone) reviseSale(world, record, at, changes, { cause: 'deleted_at_source', run });
  return gone.length;
}

const isBefore = (date: string, floor: string | null): boolean => floor !== null && date < floor;
