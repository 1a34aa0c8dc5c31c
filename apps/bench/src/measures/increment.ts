import type { Bench, OpenSide } from '../bench.ts';
import type { Timing } from '../sides/side.ts';
import { assertSame, readStored } from './compare-stored.ts';
import { makeChanges } from './make-changes.ts';
import { rotated, rounded } from './median.ts';

export interface IdleSample {
  /** Documents of each kind that are stored. */
  documentsOfEachKind: number;
  run: number;
  seconds: number;
  meteredCalls: number;
}

export interface ChangesSample {
  side: 'ours' | 'floor';
  documentsOfEachKind: number;
  changes: number;
  round: number;
  seconds: number;
  fromRequestSeconds?: number;
  meteredCalls: number;
  processorSeconds: number;
}

export interface IncrementSamples {
  idle: IdleSample[];
  changes: ChangesSample[];
}

/** Beyond what an increment asks for again. */
const PAST_OVERLAP_SECONDS = 300;

export async function measureIncrement(bench: Bench): Promise<IncrementSamples> {
  const [small, large] = bench.options.idle;
  const realms = new Map<number, string>();
  for (const count of [small, large])
    realms.set(count, await bench.addCompany({ invoices: count, salesReceipts: count, creditMemos: count }));
  const openedAt = async (side: 'ours' | 'floor', count: number): Promise<Stored> => {
    const realmId = realms.get(count) ?? '';
    const open = await bench.openSide(side, realmId);
    await open.part.ask('backfill', await bench.emulator.accessToken(realmId));
    bench.log(`increment: ${side} has stored ${count} of each`);
    return { ...open, side, realmId, documentsOfEachKind: count };
  };
  const ours = [await openedAt('ours', small), await openedAt('ours', large)];
  const idle = await measureIdle(bench, ours);
  await ours[0]?.close();
  const sides = [ours[1] as Stored, await openedAt('floor', large)];
  const changes = await measureChanges(bench, sides);
  for (const side of sides) await side.close();
  return { idle, changes };
}

interface Stored extends OpenSide {
  side: 'ours' | 'floor';
  realmId: string;
  documentsOfEachKind: number;
}

async function measureIdle(bench: Bench, sides: readonly Stored[]): Promise<IdleSample[]> {
  const samples: IdleSample[] = [];
  // What follows a first sync is not idle.
  for (const side of sides) await increment(bench, side);
  for (let run = 0; run < bench.options.idleRuns; run += 1) {
    for (const side of rotated(sides, run)) {
      const { seconds, meteredCalls } = await increment(bench, side);
      const { documentsOfEachKind } = side;
      samples.push({ documentsOfEachKind, run, seconds: rounded(seconds, 4), meteredCalls });
    }
  }
  return samples;
}

async function measureChanges(bench: Bench, sides: readonly Stored[]): Promise<ChangesSample[]> {
  const samples: ChangesSample[] = [];
  const [{ realmId, documentsOfEachKind }] = sides as [Stored];
  const { changes, changesRounds } = bench.options;
  for (let round = 0; round < changesRounds; round += 1) {
    // Each side first sees that nothing has changed since, or the round before would be in this one's answer too.
    await bench.emulator.advance(PAST_OVERLAP_SECONDS);
    for (const side of sides) await increment(bench, side);
    // Into another second than the cursor's: the floor takes what was created since then for new.
    await bench.emulator.advance(2);
    await makeChanges(bench.emulator, { realmId, count: changes, round });
    for (const side of rotated(sides, round)) {
      const before = await side.part.ask('usage');
      const { seconds, fromRequestSeconds, meteredCalls } = await increment(bench, side);
      const { processorSeconds } = await side.part.ask('usage');
      samples.push({
        side: side.side,
        documentsOfEachKind,
        changes,
        round,
        seconds: rounded(seconds, 4),
        ...(fromRequestSeconds !== undefined && { fromRequestSeconds: rounded(fromRequestSeconds) }),
        meteredCalls,
        processorSeconds: rounded(processorSeconds - before.processorSeconds),
      });
      bench.log(`increment of ${changes} changes, round ${round + 1}: ${side.side} ${rounded(seconds)} s`);
    }
    if (round === 0 && documentsOfEachKind <= 10_000) {
      const [ours, floor] = await Promise.all(
        sides.map(({ databaseName }) => readStored(bench.mongo.db(databaseName))),
      );
      if (ours && floor) assertSame('floor', ours, floor);
    }
  }
  return samples;
}

async function increment(bench: Bench, side: Stored): Promise<Timing & { meteredCalls: number }> {
  const accessToken = await bench.emulator.accessToken(side.realmId);
  await bench.emulator.resetCounters();
  const timing = await side.part.ask('increment', accessToken);
  return { ...timing, meteredCalls: (await bench.emulator.count(side.realmId)).metered };
}
