import type { Bench } from '../bench.ts';
import type { LatencyName } from '../options.ts';
import type { SideName } from '../sides/side.ts';
import { SALES_COLLECTION } from '../sides/side.ts';
import { assertSame, readStored } from './compare-stored.ts';
import { rotated, rounded } from './median.ts';
import { processorSecondsOf } from './process-usage.ts';

export interface BackfillSample {
  side: SideName;
  documentsOfEachKind: number;
  latency: LatencyName;
  round: number;
  seconds: number;
  fromRequestSeconds?: number;
  /** As the emulator counted them. */
  calls: number;
  meteredCalls: number;
  peakRssMiB: number;
  processorSeconds: { side: number; database: number; emulator: number };
}

/** Whole documents are compared up to here; above, they are counted. */
const MAX_COMPARED = 10_000;

export async function measureBackfill(bench: Bench): Promise<BackfillSample[]> {
  const { documents, latencies, rounds } = bench.options;
  const samples: BackfillSample[] = [];
  for (const [index, count] of documents.entries()) {
    const realmId = await bench.addCompany({ invoices: count, salesReceipts: count, creditMemos: count });
    for (const latency of latencies) {
      await bench.emulator.setLatency(latency);
      for (let round = 0; round < (rounds[index] ?? 1); round += 1) {
        // Ours is first in the first round, as the others' sales are compared with its.
        for (const side of rotated(sidesFor(bench, count, latency), round)) {
          const sample = await measureOne(bench, { side, realmId, count, latency, round });
          samples.push(sample);
          bench.log(
            `backfill ${count} of each, latency ${latency}, round ${round + 1}: ${side} ${sample.seconds} s, ` +
              `${sample.meteredCalls} calls, ${sample.peakRssMiB} MiB`,
          );
        }
      }
    }
    await bench.emulator.setLatency('none');
  }
  return samples;
}

function sidesFor({ options }: Bench, count: number, latency: LatencyName): SideName[] {
  const slow = count > options.skipLoopAbove ? ['loop', 'tunedSideBySide'] : [];
  return options.sides.filter(
    (side) => !slow.includes(side) && (latency === 'none' || side === 'ours' || side === 'floor'),
  );
}

/** What our side has stored, for comparison with the others of the same size. */
let ours: { realmId: string; stored: Awaited<ReturnType<typeof readStored>> } | undefined;

async function measureOne(
  bench: Bench,
  at: { side: SideName; realmId: string; count: number; latency: LatencyName; round: number },
): Promise<BackfillSample> {
  const { side, realmId, count, latency, round } = at;
  const accessToken = await bench.emulator.accessToken(realmId);
  const open = await bench.openSide(side, realmId);
  await bench.emulator.resetCounters();
  const before = {
    database: processorSecondsOf(bench.databasePid),
    emulator: processorSecondsOf(bench.emulatorPid),
  };
  const own = await open.part.ask('usage');
  const timing = await open.part.ask('backfill', accessToken);
  const usage = await open.part.ask('usage');
  const after = {
    database: processorSecondsOf(bench.databasePid),
    emulator: processorSecondsOf(bench.emulatorPid),
  };
  const { calls, metered } = await bench.emulator.count(realmId);

  const database = bench.mongo.db(open.databaseName);
  const stored = await database.collection(SALES_COLLECTION).countDocuments();
  if (stored !== 3 * count) throw new Error(`${side} has stored ${stored} sales instead of ${3 * count}.`);
  if (round === 0 && latency === 'none' && count <= MAX_COMPARED) {
    if (side === 'ours') ours = { realmId, stored: await readStored(database) };
    else if (ours?.realmId === realmId) assertSame(side, ours.stored, await readStored(database));
  }
  await open.close();
  return {
    side,
    documentsOfEachKind: count,
    latency,
    round,
    seconds: rounded(timing.seconds),
    ...(timing.fromRequestSeconds !== undefined && {
      fromRequestSeconds: rounded(timing.fromRequestSeconds),
    }),
    calls,
    meteredCalls: metered,
    peakRssMiB: usage.peakRssMiB,
    processorSeconds: {
      side: rounded(usage.processorSeconds - own.processorSeconds, 2),
      database: rounded(after.database - before.database, 2),
      emulator: rounded(after.emulator - before.emulator, 2),
    },
  };
}
