import type { Preview } from '@sales-channels/contract';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import { asDomainErrors } from '../provider/provider-problem.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { ConnectionModel } from './connection.model.ts';
import type { Connection, Connections } from './connection.ts';

interface PreviewOptions {
  model: ConnectionModel;
  connections: Connections;
  providerOf: (connection: Connection) => AccountingProvider;
  clock: () => Date;
  logger: Logger;
}

const PAGE = 1000;

/**
 * What importing that many documents takes. Each type is read in pages of 1,000, one empty page at least, one more call asks
 * what changed meanwhile, and one of each type verifies the result. A page takes a provider about 1.2 s, storing a document 2 ms, starting 2 s.
 */
export function estimateImport(documents: readonly number[]): { providerCalls: number; seconds: number } {
  const pages = documents.reduce((sum, count) => sum + Math.max(1, Math.ceil(count / PAGE)), 0);
  const total = documents.reduce((sum, count) => sum + count, 0);
  const providerCalls = pages + 1 + documents.length;
  return { providerCalls, seconds: Math.ceil(2 + 1.2 * providerCalls + 0.002 * total) };
}

export function createPreviewImport({ model, connections, providerOf, clock, logger }: PreviewOptions) {
  /** Counts what a first sync from a date would bring, and keeps the number for the progress of that sync. */
  return async function previewImport(
    businessId: string,
    connectionId: string,
    from: string,
  ): Promise<Preview> {
    const connection = await connections.find(businessId, connectionId);
    if (!connection) throw new DomainError('not_found');
    if (connection.status === 'disconnected') throw new DomainError('connection_unavailable');
    const provider = providerOf(connection);
    const counting = connections.withAccess(connection, (access) =>
      Promise.all(SALE_TYPES.map((type) => provider.count(access, { type, from }))),
    );
    counting.catch((error: unknown) => logger.warn({ connectionId, error }, 'Sales could not be counted'));
    const counts = await asDomainErrors(counting);
    const [invoice = 0, sales_receipt = 0, credit_memo = 0] = counts;
    const total = invoice + sales_receipt + credit_memo;
    await model.setPreview(connectionId, { from, total, countedAt: clock() });
    return { from, documents: { invoice, sales_receipt, credit_memo }, total, ...estimateImport(counts) };
  };
}
