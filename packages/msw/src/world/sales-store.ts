import type { Sale } from '@sales-channels/contract';
import type { ChannelRecord, CompanyDocument, SaleRecord, World } from './world.ts';

/** Stores a document of the provider as a sale of the channel. */
export function importDocument(
  world: World,
  channel: ChannelRecord,
  document: CompanyDocument,
  at: string,
): void {
  const sale = {
    ...document,
    id: world.nextId('sale'),
    channelId: channel.id,
    channelName: channel.name,
    source: channel.type === 'manual' ? 'manual' : 'synced',
    outOfRange: isBefore(document.date, channel.initialSyncDate),
    revision: 1,
    importedAt: at,
    updatedAt: at,
  } satisfies Sale;
  world.sales.push({ sequence: world.nextSequence(), sale });
}

/** Changes a stored sale: a new revision, at the end of the feed. */
export function reviseSale(world: World, record: SaleRecord, at: string, changes: Partial<Sale>): void {
  record.sale = { ...record.sale, ...changes, revision: record.sale.revision + 1, updatedAt: at };
  record.sequence = world.nextSequence();
}

/** Marks the channel's sales in or out of range after its initial sync date moved. */
export function applyInitialSyncDate(world: World, channel: ChannelRecord): void {
  const at = world.now().toISOString();
  for (const record of world.sales) {
    if (record.sale.channelId !== channel.id) continue;
    const outOfRange = isBefore(record.sale.date, channel.initialSyncDate);
    if (outOfRange !== record.sale.outOfRange) reviseSale(world, record, at, { outOfRange });
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
export function companyDocuments(world: World, connectionId: string | null): readonly CompanyDocument[] {
  const realmId = world.connections.find(({ id }) => id === connectionId)?.realmId;
  return world.companies.find((company) => company.realmId === realmId)?.documents ?? [];
}

const isBefore = (date: string, floor: string | null): boolean => floor !== null && date < floor;
