import type { Run } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { lastSuccess } from './channel-view.ts';
import {
  companyDocuments,
  companyOf,
  documentsToImport,
  importDocument,
  voidDeleted,
} from './sales-store.ts';
import { addDays } from './calendar.ts';
import { budgetProblem } from './provider-calls.ts';
import { isMismatch, isToVerify, verify, VERIFYING_CALLS } from './verify.ts';
import type { ChannelRecord, CompanyDocument, RunRecord, RunWork, World } from './world.ts';

const QUEUE_MS = 400;

/** Calls a provider meters for an import: of each kind a page of 1,000, at least one, and a count, and one call for changes. */
export function meteredCalls(documents: readonly CompanyDocument[]): number {
  const kinds = ['invoice', 'sales_receipt', 'credit_memo'] as const;
  const pages = kinds.map((kind) =>
    Math.max(1, Math.ceil(documents.filter(({ type }) => type === kind).length / 1000)),
  );
  return pages.reduce((sum, count) => sum + count, 1 + VERIFYING_CALLS);
}

interface RunTimes {
  /** Default: now. */
  requestedAtMs?: number;
  /** Default: the world's `runMs`. */
  durationMs?: number;
}

/** Starts a sync that moves with the world's clock. */
export function startRun(
  world: World,
  channel: ChannelRecord,
  trigger: Run['trigger'],
  { requestedAtMs = world.now().getTime(), durationMs = world.runMs }: RunTimes = {},
): Run {
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
      isComparing: isMismatch(channel.verification),
      startsAtMs,
      endsAtMs: startsAtMs + durationMs,
      problem: world.nextRunProblem ? createProblem(world.nextRunProblem) : budgetProblem(world, channel),
    },
  });
  world.nextRunProblem = null;
  channel.reportedAt = null;
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

function settleRun(world: World, record: RunRecord, work: RunWork): void {
  const nowMs = world.now().getTime();
  const channel = world.channels.find(({ id }) => id === record.run.channelId);
  if (channel === undefined || nowMs < work.startsAtMs) return;
  const fraction = Math.min(1, (nowMs - work.startsAtMs) / Math.max(1, work.endsAtMs - work.startsAtMs));
  // A run that will fail gets half of the way first.
  const reach = work.problem === null ? fraction : fraction / 2;
  const done = Math.floor(work.documents.length * reach);
  const at = new Date(Math.min(nowMs, work.endsAtMs)).toISOString();
  for (const document of work.documents.slice(record.run.progress.done, done)) {
    importDocument(world, channel, document, at, { cause: 'imported', run: record.run });
  }
  record.run = {
    ...record.run,
    state: 'running',
    phase: phaseOf(work, fraction),
    progress: { done, total: work.documents.length },
    counts: { ...record.run.counts, created: done },
    startedAt: new Date(work.startsAtMs).toISOString(),
  };
  if (fraction === 1) endRun(world, record, work, channel);
}

function phaseOf({ isBackfill, isComparing, documents }: RunWork, fraction: number): Run['phase'] {
  if (fraction >= 0.95 && (isBackfill || documents.length > 0)) return 'verifying';
  if (isBackfill && fraction < 0.9) return 'backfill';
  return isComparing ? 'comparing' : 'changes';
}

function endRun(world: World, record: RunRecord, work: RunWork, channel: ChannelRecord): void {
  const at = new Date(work.endsAtMs).toISOString();
  record.work = null;
  record.run = { ...record.run, phase: 'done', problem: work.problem, endedAt: at };
  if (work.problem !== null) return fail(world, record, channel);
  const errors = companyOf(world, channel.connectionId)?.unreadable ?? [];
  // What was written during the run is in it.
  const late = documentsToImport(world, channel);
  for (const document of late)
    importDocument(world, channel, document, at, { cause: 'imported', run: record.run });
  const created = record.run.counts.created + late.length;
  const voided = voidDeleted(world, channel, at, record.run);
  const unchanged = work.isBackfill ? 0 : seenAgain(world, channel);
  const counts = { ...record.run.counts, created, voided, unchanged, errors: errors.length };
  const isVerified = isToVerify(channel, work.isBackfill, counts, at);
  if (isVerified) channel.verification = verify(world, channel, at);
  record.run = {
    ...record.run,
    state: errors.length > 0 ? 'completed_with_errors' : 'succeeded',
    counts,
    errors: errors.slice(0, 100),
    providerCalls: callsOf(world, channel, work, isVerified),
  };
}

function callsOf(
  world: World,
  channel: ChannelRecord,
  { documents, isBackfill, isComparing }: RunWork,
  isVerified: boolean,
): number {
  if (isBackfill) return meteredCalls(documents);
  if (isComparing) return meteredCalls(companyDocuments(world, channel.connectionId));
  return isVerified ? 1 + VERIFYING_CALLS : 1;
}

function fail(world: World, { run }: RunRecord, channel: ChannelRecord): void {
  run.state = 'failed';
  run.providerCalls = run.problem?.code === 'budget_reached' ? 0 : 1;
  const connection = world.connections.find(({ id }) => id === channel.connectionId);
  if (connection && run.problem?.code === 'reconnect_required') connection.status = 'reconnect_required';
}

/** A later run reads a little further back than where the last one ended. */
function seenAgain(world: World, channel: ChannelRecord): number {
  const yesterday = addDays(world.today(), -1);
  return companyDocuments(world, channel.connectionId).filter(({ date }) => date >= yesterday).length;
}
