import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { Bench } from '../bench.ts';
import { FROM } from '../bench.ts';
import type { WorkerPlace, WorkerTasks } from '../parts/worker-part.ts';
import { startPart } from '../parts/start-part.ts';
import { createBff } from '../sides/create-bff.ts';
import { openChannel, serveBff } from '../sides/serve-bff.ts';
import { rotated, rounded } from './median.ts';
import { processorSecondsOf } from './process-usage.ts';

export interface FleetSample {
  workers: number;
  round: number;
  realms: number;
  documentsOfEachRealm: number;
  pageMilliseconds: number;
  seconds: number;
  documentsPerSecond: number;
  /** Realms that were synced more than once, by their runs and by the emulator's counters. */
  realmsRunTwice: number;
  meteredCallsOfEachRealm: number;
  /** Processors that were busy on average; this machine has so many. */
  busy: { processors: number; of: number; workers: number; database: number; emulator: number };
  bound: string;
}

export async function measureFleet(bench: Bench): Promise<FleetSample[]> {
  const { fleet } = bench.options;
  const realmIds: string[] = [];
  for (let count = 0; count < fleet.realms; count += 1) {
    const invoices = Math.round(fleet.documents * 0.5);
    const salesReceipts = Math.round(fleet.documents * 0.35);
    const creditMemos = fleet.documents - invoices - salesReceipts;
    realmIds.push(await bench.addCompany({ invoices, salesReceipts, creditMemos }));
  }
  await bench.emulator.setLatency(fleet.pageMilliseconds);
  const samples: FleetSample[] = [];
  for (let round = 0; round < fleet.rounds; round += 1) {
    for (const workers of rotated(fleet.workers, round)) {
      const sample = await measureOne(bench, { realmIds, workers, round });
      samples.push(sample);
      bench.log(
        `fleet of ${workers} workers, round ${round + 1}: ${sample.documentsPerSecond} documents/s, ${sample.bound}`,
      );
    }
  }
  await bench.emulator.setLatency('none');
  return samples;
}

async function measureOne(
  bench: Bench,
  { realmIds, workers, round }: { realmIds: readonly string[]; workers: number; round: number },
): Promise<FleetSample> {
  const tokens = new Map<string, string>();
  for (const realmId of realmIds) tokens.set(realmId, await bench.emulator.accessToken(realmId));
  const place: WorkerPlace = {
    databaseUri: bench.databaseUri,
    databaseName: bench.newDatabase('fleet'),
    emulatorUrl: bench.emulator.url,
    sessionSecret: randomBytes(32).toString('hex'),
    encryptionKey: randomBytes(32).toString('base64'),
    tokens,
  };
  const bff = await createBff({ ...place, accessTokenOf: (realmId) => tokens.get(realmId) ?? null });
  const api = await serveBff(bff, place.sessionSecret);
  const channels: { client: SalesChannelsClient; channelId: string }[] = [];
  for (const realmId of realmIds) {
    const client = api.clientOf(realmId);
    channels.push({ client, channelId: await openChannel(client, FROM) });
  }
  for (const { client, channelId } of channels) await client.syncChannel({ params: { channelId } });

  const parts = await Promise.all(
    Array.from({ length: workers }, () =>
      startPart<WorkerTasks>(new URL('../parts/worker-part.ts', import.meta.url)),
    ),
  );
  await Promise.all(parts.map((part) => part.ask('open', place)));
  await bench.emulator.resetCounters();
  const usage = () => ({
    workers: parts.reduce((sum, { pid }) => sum + processorSecondsOf(pid), 0),
    database: processorSecondsOf(bench.databasePid),
    emulator: processorSecondsOf(bench.emulatorPid),
  });
  const before = usage();
  const startedAt = Date.now();
  await Promise.all(parts.map((part) => part.ask('start')));
  const runs: Run[][] = [];
  for (const channel of channels) runs.push(await runsOf(channel));
  const endedAt = Math.max(...runs.flat().map(({ endedAt }) => Date.parse(endedAt ?? '')));
  const after = usage();
  const seconds = (endedAt - startedAt) / 1000;

  const counts = await Promise.all(realmIds.map((realmId) => bench.emulator.count(realmId)));
  const twice = realmIds.filter((_, at) => runs[at]?.length !== 1 || counts[at]?.byKind['cdc'] !== 1);
  const fewest = Math.min(...counts.map(({ metered }) => metered));
  const most = Math.max(...counts.map(({ metered }) => metered));
  if (fewest !== most) bench.log(`fleet: realms took from ${fewest} to ${most} metered calls`);
  const documents = runs.flat().reduce((sum, run) => sum + run.counts.created, 0);
  if (documents !== realmIds.length * bench.options.fleet.documents)
    throw new Error(`The fleet has brought in ${documents} documents.`);

  await Promise.all(parts.map(async (part) => part.ask('close').then(() => part.stop())));
  await api.stop();
  await bff.close();
  await bench.mongo.db(place.databaseName).dropDatabase();
  const busy = {
    workers: rounded((after.workers - before.workers) / seconds, 2),
    database: rounded((after.database - before.database) / seconds, 2),
    emulator: rounded((after.emulator - before.emulator) / seconds, 2),
  };
  const processors = rounded(busy.workers + busy.database + busy.emulator, 2);
  const of = cpus().length;
  return {
    workers,
    round,
    realms: realmIds.length,
    documentsOfEachRealm: bench.options.fleet.documents,
    pageMilliseconds: bench.options.fleet.pageMilliseconds,
    seconds: rounded(seconds),
    documentsPerSecond: Math.round(documents / seconds),
    realmsRunTwice: twice.length,
    meteredCallsOfEachRealm: most,
    busy: { processors, of, ...busy },
    bound: boundOf({ processors, of, ...busy }, workers),
  };
}

/** The runs of a channel once the newest has ended. One channel is looked at at a time, seldom, so as not to disturb. */
async function runsOf({
  client,
  channelId,
}: {
  client: SalesChannelsClient;
  channelId: string;
}): Promise<Run[]> {
  for (;;) {
    const { items } = await client.listRuns({ params: { channelId }, query: {} });
    const [run] = items;
    if (run?.endedAt) {
      if (run.state !== 'succeeded') throw new Error(`A sync of the fleet ended as ${run.state}.`);
      return items;
    }
    await wait(250);
  }
}

function boundOf(busy: FleetSample['busy'], workers: number): string {
  if (busy.processors > 0.85 * busy.of) {
    const parts = `workers ${busy.workers}, database ${busy.database}, emulator ${busy.emulator}`;
    return `the machine's ${busy.of} processors (${parts} of them)`;
  }
  if (busy.emulator > 0.9) return 'the emulator, which answers on one processor';
  if (busy.workers > 0.9 * workers) return 'the workers, each of which is one thread';
  return 'waiting for pages';
}
