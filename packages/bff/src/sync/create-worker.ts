import { MongoBackend } from '@agendajs/mongo-backend';
import { Agenda } from 'agenda';
import type { Database } from '../database.ts';
import type { Logger } from '../logger.ts';
import type { DueWakes } from './due-wakes.ts';
import type { Leases } from './lease.ts';
import type { RunSync } from './run-sync.ts';

const WAKE = 'sync-due-channels';
/** How long a process that died in the middle of a look keeps the others from the next one. */
const LOCK_MS = 60_000;
/** Runs side by side in one process. */
const MAX_RUNS = 8;
/** After which another server is woken for what a full one leaves. */
const PASS_ON_MS = 1000;

export interface WorkerDependencies {
  database: Database;
  leases: Leases;
  wakes: DueWakes;
  runSync: RunSync;
  /** Looks for what else is due, at every wake-up. */
  alsoDue: (stopping: AbortSignal) => Promise<void>;
  clock: () => Date;
  logger: Logger;
}

export type Worker = ReturnType<typeof createWorker>;

/**
 * Agenda connects while it is made, and hears of no failure: it would end the host's process. So there is nothing to connect then,
 * and the queue is made by who waits for it.
 */
class PreparedBackend extends MongoBackend {
  override async connect(): Promise<void> {}
}

/**
 * The background side: Agenda wakes it when somebody asked for a sync and every half minute, and it works off whatever
 * channels are due, asked for or by themselves. Which those are stands in the database, so a lost or doubled wake-up does no harm.
 */
export function createWorker({
  database,
  leases,
  wakes,
  runSync,
  alsoDue,
  clock,
  logger,
}: WorkerDependencies) {
  const db = database.db;
  if (!db) throw new Error('The worker needs an open database connection.');
  const backend = new PreparedBackend({ mongo: db, collection: 'jobs' });
  const agenda = new Agenda({ backend, processEvery: 300 });
  let stopping = new AbortController();
  const running = new Set<Promise<void>>();

  /** Takes as many due channels as there is room for. Runs outlive the wake-up, so that none waits for another's end. */
  async function claimDue(): Promise<void> {
    while (running.size < MAX_RUNS && !stopping.signal.aborted) {
      const claimed = await leases.claim(clock(), stopping.signal);
      if (!claimed) {
        // What is due by itself comes after what somebody asked for, and not before there is room for it.
        if (await wakes.start()) continue;
        return;
      }
      const run: Promise<void> = runSync(claimed.channel, claimed.lease)
        .catch((error: unknown) => logger.error({ error }, 'A sync could not end'))
        .finally(() => {
          running.delete(run);
          void work();
        });
      running.add(run);
    }
    if (running.size >= MAX_RUNS) passOn();
  }

  let passedOnAt = -Infinity;
  /** The wake-up ends with the server that takes it, which this time may have been the wrong one. */
  function passOn(): void {
    // Half of it: a timer may be early, and what comes back then has to be passed on again.
    if (performance.now() - passedOnAt < PASS_ON_MS / 2) return;
    passedOnAt = performance.now();
    wakeIn(PASS_ON_MS);
  }

  function wakeIn(pauseMs: number): void {
    agenda
      .schedule(new Date(Date.now() + pauseMs), WAKE)
      .catch(
        (error: unknown) =>
          stopping.signal.aborted ||
          logger.warn({ error }, 'Workers could not be woken; they will look by themselves'),
      );
  }

  let looking: Promise<void> = Promise.resolve();
  /** One look after the other, so that they do not count the same room twice and stopping can wait for the last. */
  function work(): Promise<void> {
    looking = looking
      .then(claimDue)
      .catch((error: unknown) =>
        logger.warn({ error }, 'Due channels could not be looked up; the next wake-up will'),
      );
    return looking;
  }

  let lookingElsewhere: Promise<void> = Promise.resolve();
  async function lookAround(): Promise<void> {
    await work();
    const { signal } = stopping;
    if (signal.aborted) return;
    lookingElsewhere = lookingElsewhere
      .then(() => alsoDue(signal))
      .catch((error: unknown) =>
        logger.warn({ error }, 'What else is due could not be looked up; the next wake-up will'),
      );
    await lookingElsewhere;
  }

  // A look at the queue that stopping cuts off is no failure.
  agenda.on(
    'error',
    (error: Error) => stopping.signal.aborted || logger.error({ error }, 'The job queue failed'),
  );
  // oxlint-disable-next-line typescript/no-misused-promises -- it awaits handlers that take no callback
  agenda.define(WAKE, () => lookAround(), { removeOnComplete: true, lockLifetime: LOCK_MS });

  return {
    /** Makes the queue's collection and its index; before anything else. */
    prepare: (): Promise<void> => backend.repository.connect(),
    /** Begins to work off due channels. */
    async start(): Promise<void> {
      stopping = new AbortController();
      await agenda.start();
      await agenda.every('30 seconds', WAKE);
      await wakes
        .prepare()
        .catch((error: unknown) =>
          logger.warn({ error }, 'The schedule could not be looked over; the next start will'),
        );
      await lookAround();
    },
    /** Asks workers of all processes to look for due channels, at once or at a time of the BFF's clock. */
    wake: (at?: Date): void => {
      wakeIn(at ? Math.max(0, at.getTime() - clock().getTime()) : 0);
    },
    /** Stops; runs under way are given up at their next page and go on in another process, or here after the next start. */
    async stop(): Promise<void> {
      stopping.abort(new Error('The process is stopping.'));
      await agenda.stop();
      await looking;
      await lookingElsewhere;
      await Promise.allSettled(running);
    },
  };
}
