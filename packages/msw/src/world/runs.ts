import type { Run } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { lastSuccess } from './channel-view.ts';
import { companyDocuments, documentsToImport, importDocument } from './sales-store.ts';
import { addDays } from './calendar.ts';
import type { ChannelRecord, CompanyDocument, RunRecord, World } from './world.ts';

const QUEUE_MS = 400;

/** Calls a provider meters for an import: a page of 1,000 each of three kinds, at least one, one for changes, and one of each to verify. */
export function meteredCalls(documents: readonly CompanyDocument[]): number {
  const kinds = ['invoice', 'sales_receipt', 'credit_memo'] as const;
  const pages = kinds.map((kind) =>
    Math.max(1, Math.ceil(documents.filter(({ type }) => type === kind).length / 1000)),
  );
  return pages.reduce((sum, count) => sum + count, 1 + kinds.length);
}

/** Starts a sync that moves with the world's clock. `durationMs` defaults to the world's `runMs`. */
export function startRun(
  world: World,
  channel: ChannelRecord,
  trigger: Run['trigger'],
  durationMs = world.runMs,
): Run {
  const requestedAtMs = world.now().getTime();
  const documents = documentsToImport(world, channel);
  const run: Run = {
    id: world.nextId('run'),
    channelId: channel.id,
    state: 'queued',
    trigger,
    requestedBy: trigger === 'schedule' || trigger === 'webhook' ? null : world.context.user,
    phase: 'waiting',
    progress: { done: 0, total: null },
    counts: { created: 0, updated: 0, voided: 0, unchanged: 0, errors: 0 },
    errors: [],
    providerCalls: 0,
    problem: null,
    requestedAt: new Date(requestedAtMs).toISOString(),
    startedAt: null,
    endedAt: null,
  };
  const startsAtMs = requestedAtMs + QUEUE_MS;
  world.runs.push({
    run,
    work: {
      documents,
      isBackfill: lastSuccess(world, channel) === null,
      startsAtMs,
      endsAtMs: startsAtMs + durationMs,
      problem: world.nextRunProblem && createProblem(world.nextRunProblem),
    },
  });
  world.nextRunProblem = null;
  return run;
}

/** Ends the channel's open run, if there is one, with what it has imported by now. */
export function stopRun(
  world: World,
  channel: ChannelRecord,
  end: Pick<Run, 'state' | 'problem'> = { state: 'stopped', problem: null },
): void {
  const record = world.runs.find(({ run, work }) => run.channelId === channel.id && work !== null);
  if (record === undefined) return;
  record.work = null;
  record.run = { ...record.run, ...end, phase: 'done', endedAt: world.now().toISOString() };
}

/** Brings every run that has not ended to where the clock says it is. */
export function settleRuns(world: World): void {
  for (const record of world.runs) {
    if (record.work !== null) settleRun(world, record, record.work);
  }
}

function settleRun(world: World, record: RunRecord, work: NonNullable<RunRecord['work']>): void {
  const nowMs = world.now().getTime();
  const channel = world.channels.find(({ id }) => id === record.run.channelId);
  if (channel === undefined || nowMs < work.startsAtMs) return;
  const fraction = Math.min(1, (nowMs - work.startsAtMs) / Math.max(1, work.endsAtMs - work.startsAtMs));
  // A run that will fail gets half of the way first.
  const reach = work.problem === null ? fraction : fraction / 2;
  const done = Math.floor(work.documents.length * reach);
  const at = new Date(nowMs).toISOString();
  for (const document of work.documents.slice(record.run.progress.done, done)) {
    importDocument(world, channel, document, at, { cause: 'imported', run: record.run });
  }
  record.run = {
    ...record.run,
    state: 'running',
    phase: work.isBackfill && fraction < 0.9 ? 'backfill' : 'changes',
    progress: { done, total: work.documents.length },
    counts: { ...record.run.counts, created: done },
    startedAt: new Date(work.startsAtMs).toISOString(),
  };
  if (fraction === 1) endRun(world, record, work, channel);
}

function endRun(
  world: World,
  record: RunRecord,
  work: NonNullable<RunRecord['work']>,
  channel: ChannelRecord,
): void {
  record.work = null;
  record.run = {
    ...record.run,
    state: work.problem === null ? 'succeeded' : 'failed',
    phase: 'done',
    counts: { ...record.run.counts, unchanged: work.isBackfill ? 0 : seenAgain(world, channel) },
    problem: work.problem,
    providerCalls: work.isBackfill ? meteredCalls(work.documents) : 1,
    endedAt: new Date(work.endsAtMs).toISOString(),
  };
  if (work.problem?.code !== 'reconnect_required') return;
  const connection = world.connections.find(({ id }) => id === channel.connectionId);
  if (connection) connection.status = 'reconnect_required';
}

/** A later run reads a little further back than where the last one ended. */
function seenAgain(world: World, channel: ChannelRecord): number {
  const yesterday = addDays(world.today(), -1);
  return companyDocuments(world, channel.connectionId).filter(({ date }) => date >= yesterday).length;
}
