import { startDevDatabase } from '@sales-channels/dev-database';
import * as fc from 'fast-check';
import type { Command, Model, Tally } from './commands.ts';
import { commandArbitraries } from './commands.ts';
import type { Lane } from './lane.ts';
import { startLane } from './lane.ts';
import { createWorld } from './world.ts';

const MAX_COMMANDS = 40;
/** How long a failure is made smaller. */
const SHRINK_MS = 180_000;

interface ModelOptions {
  commands: number;
  seed: number;
  lanes: number;
  /** One sequence again, as a failure names it. */
  replay?: { path: string; replayPath: string };
}

interface Failure {
  seed: number;
  path: string | null;
  replayPath: string | null;
  commands: string;
  error: string;
}

/** Carries out sequences of commands, several side by side, until there are enough or one has failed. Ends what it started. */
export async function runModel({ commands, seed, lanes: count, replay }: ModelOptions) {
  const startedAt = Date.now();
  const database = await startDevDatabase({ log: (line) => process.stderr.write(`${line}\n`) });
  const tally: Tally = new Map();
  const failures: Failure[] = [];
  const lanes: Lane[] = [];
  let sequences = 0;
  let worlds = 0;
  const done = () => [...tally.values()].reduce((sum, times) => sum + times, 0);

  async function check(lane: Lane, sequenceSeed: number): Promise<void> {
    sequences += 1;
    let failedAt: number | null = null;
    const property = fc.asyncProperty(
      fc.commands<Model, Awaited<ReturnType<typeof createWorld>>, false>(commandArbitraries(tally), {
        maxCommands: MAX_COMMANDS,
        size: 'max',
        ...(replay && { replayPath: replay.replayPath }),
      }),
      async (sequence: Iterable<Command>) => {
        // What is not tried any more counts as passed: the smallest failure so far stands.
        if (failedAt !== null && Date.now() - failedAt > SHRINK_MS) return;
        try {
          const real = await createWorld(lane, (worlds += 1));
          await fc.asyncModelRun(() => ({ model: {}, real }), sequence);
          // Whatever the commands were, in the end everything has to be right.
          await real.prove();
        } catch (error) {
          failedAt ??= Date.now();
          throw error;
        }
      },
    );
    const details = await fc.check(property, {
      seed: sequenceSeed,
      numRuns: 1,
      ...(replay && { path: replay.path }),
    });
    if (!details.failed) return;
    const shown = fc.stringify(details.counterexample?.[0]);
    failures.push({
      seed: sequenceSeed,
      path: details.counterexamplePath,
      replayPath: /replayPath="([^"]*)"/.exec(shown)?.[1] ?? null,
      commands: shown,
      error:
        details.errorInstance instanceof Error
          ? details.errorInstance.message
          : String(details.errorInstance),
    });
  }

  try {
    for (let index = 0; index < count; index += 1)
      lanes.push(await startLane(database.uri, `model-${process.pid}-${index}`));
    let next = 0;
    await Promise.all(
      lanes.map(async (lane) => {
        while (failures.length === 0 && (replay ? next < 1 : done() < commands)) {
          const sequenceSeed = seed + next;
          next += 1;
          await check(lane, sequenceSeed);
          process.stderr.write(`${done()} commands, ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
        }
      }),
    );
  } finally {
    for (const lane of lanes) await lane.stop();
    await database.stop();
  }
  return {
    test: 'model',
    seed,
    engine: database.engine,
    seconds: Math.round((Date.now() - startedAt) / 1000),
    commands: done(),
    sequences,
    byCommand: Object.fromEntries(tally),
    failures,
  };
}
