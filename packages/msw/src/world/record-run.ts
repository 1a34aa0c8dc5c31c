import type { Problem, Run } from '@sales-channels/contract';
import type { RevisionCause } from './revisions.ts';
import { meteredCalls } from './runs.ts';
import { companyOf, documentsToImport, importDocument, reviseSale } from './sales-store.ts';
import { isToVerify, verify, VERIFYING_CALLS } from './verify.ts';
import type { ChannelRecord, CompanyDocument, SaleRecord, World } from './world.ts';

interface PastRun {
  /** Milliseconds before now at which it ended. */
  endedMsAgo: number;
  trigger: Run['trigger'];
  /** How many of the sales there were it found voided, deleted and edited. */
  voided?: number;
  deleted?: number;
  updated?: number;
  /** Documents that cannot be imported, from then on. */
  errors?: Run['errors'];
  /** Why it failed, importing nothing. */
  problem?: Problem;
}

/** Writes a run of the past: what had been written by then is imported, a few earlier sales changed. */
export function recordRun(world: World, channel: ChannelRecord, past: PastRun): Run {
  const endedAtMs = world.now().getTime() - past.endedMsAgo;
  const at = new Date(endedAtMs).toISOString();
  const documents = past.problem
    ? []
    : documentsToImport(world, channel).filter(({ providerCreatedAt }) => (providerCreatedAt ?? '') <= at);
  const isBackfill = !world.runs.some(({ run }) => run.channelId === channel.id);
  const id = world.nextId('run');
  const by = { id, trigger: past.trigger };
  const changes = changeSales(world, channel, at, past, by);
  for (const document of documents) {
    importDocument(world, channel, document, at, { cause: 'imported', run: by });
  }
  const company = companyOf(world, channel.connectionId);
  if (company && past.errors) company.unreadable = past.errors;
  const errors = past.errors ?? [];
  const counts = {
    created: documents.length,
    ...changes,
    unchanged: isBackfill ? 0 : 4,
    errors: errors.length,
  };
  const isVerified = !past.problem && isToVerify(channel, isBackfill, counts, at);
  if (isVerified) channel.verification = verify(world, channel, at);
  const startedAt = new Date(endedAtMs - 3000 - documents.length * 12).toISOString();
  const run: Run = {
    id,
    channelId: channel.id,
    state: past.problem ? 'failed' : errors.length > 0 ? 'completed_with_errors' : 'succeeded',
    trigger: past.trigger,
    requestedBy: ['schedule', 'webhook'].includes(past.trigger) ? null : world.context.user,
    phase: 'done',
    progress: { done: documents.length, total: documents.length },
    counts,
    errors,
    providerCalls: callsOf(past, documents, isBackfill, isVerified),
    problem: past.problem ?? null,
    requestedAt: startedAt,
    startedAt,
    endedAt: at,
  };
  world.runs.push({ run, work: null });
  return run;
}

function callsOf(
  { problem }: PastRun,
  documents: readonly CompanyDocument[],
  isBackfill: boolean,
  isVerified: boolean,
): number {
  if (problem) return problem.code === 'budget_reached' ? 0 : 1;
  if (isBackfill) return meteredCalls(documents);
  return isVerified ? 1 + VERIFYING_CALLS : 1;
}

function changeSales(
  world: World,
  channel: ChannelRecord,
  at: string,
  { voided = 0, deleted = 0, updated = 0 }: PastRun,
  run: Pick<Run, 'id' | 'trigger'>,
): { voided: number; updated: number } {
  const change = (
    records: readonly SaleRecord[],
    cause: RevisionCause['cause'],
    changes: Partial<SaleRecord['sale']>,
  ) => {
    for (const record of records) {
      reviseSale(world, record, at, { ...changes, providerUpdatedAt: at }, { cause, run });
    }
  };
  // Every seventh, newest first, so that the first pages show some of each.
  const known = world.sales
    .filter(({ sale }) => sale.channelId === channel.id && sale.state === 'active')
    .toReversed()
    .filter((_, index) => index % 7 === 3);
  for (const [records, voidReason] of [
    [known.slice(0, voided), 'voided_at_source'],
    [known.slice(voided, voided + deleted), 'deleted_at_source'],
  ] as const) {
    if (voidReason === 'deleted_at_source') forget(world, channel, records);
    change(records, voidReason, { state: 'voided', voidReason, balance: '0' });
  }
  change(known.slice(voided + deleted, voided + deleted + updated), 'changed_at_source', {
    note: 'Delivery moved to the afternoon.',
  });
  return { voided: voided + deleted, updated };
}

/** The company no longer has them. */
function forget(world: World, channel: ChannelRecord, records: readonly SaleRecord[]): void {
  const company = companyOf(world, channel.connectionId);
  if (company === undefined) return;
  const gone = new Set(records.map(({ sale }) => `${sale.type}:${sale.externalId}`));
  company.documents = company.documents.filter(({ type, externalId }) => !gone.has(`${type}:${externalId}`));
}
