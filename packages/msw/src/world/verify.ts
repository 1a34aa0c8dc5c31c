import type { Run, Verification } from '@sales-channels/contract';
import type { ChannelRecord, World } from './world.ts';

const DAY_MS = 86_400_000;
const KINDS = ['invoice', 'sales_receipt', 'credit_memo'] as const;
/** Calls it takes: a count of each kind. */
export const VERIFYING_CALLS = KINDS.length;

/** True when the provider counts another number of documents than is accounted for here. */
export const isMismatch = (verification: Verification | null): boolean =>
  KINDS.some((kind) => {
    const count = verification?.documents[kind];
    return count !== undefined && count.expected !== count.stored + count.errors;
  });

/** What is compared after a first sync, after one that changed something, where counts differ, and once a day. */
export function isToVerify(
  { verification: last }: ChannelRecord,
  isBackfill: boolean,
  { created, updated, voided }: Run['counts'],
  at: string,
): boolean {
  const isOld = last === null || Date.parse(at) - Date.parse(last.checkedAt) >= DAY_MS;
  return isBackfill || isOld || isMismatch(last) || created + updated + voided > 0;
}

/** Holds what the company had by then against what is stored of it. */
export function verify(world: World, channel: ChannelRecord, at: string): Verification {
  const floor = channel.initialSyncDate ?? '';
  const realmId = world.connections.find(({ id }) => id === channel.connectionId)?.realmId;
  const company = world.companies.find((one) => one.realmId === realmId);
  const countOf = (kind: (typeof KINDS)[number]) => {
    const errors = company?.unreadable?.filter(({ type }) => type === kind).length ?? 0;
    const documents = company?.documents.filter(
      ({ type, date, providerCreatedAt }) =>
        type === kind && date >= floor && (providerCreatedAt ?? '') <= at,
    );
    const stored = world.sales.filter(
      ({ sale }) =>
        sale.channelId === channel.id &&
        sale.type === kind &&
        !sale.outOfRange &&
        sale.voidReason !== 'deleted_at_source',
    );
    return { expected: (documents?.length ?? 0) + errors, stored: stored.length, errors };
  };
  return {
    checkedAt: at,
    documents: {
      invoice: countOf('invoice'),
      sales_receipt: countOf('sales_receipt'),
      credit_memo: countOf('credit_memo'),
    },
  };
}
