import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { findFreePort } from './free-port.ts';
import { startDevDatabase } from './index.ts';
import { processesMentioning } from './testing/processes.ts';
import { runCli, type RunningCli } from './testing/run-cli.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'dev database '));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const started: RunningCli[] = [];
afterEach(async () => {
  for (const cli of started.splice(0)) {
    cli.kill('SIGTERM');
    await cli.ended;
  }
});

function start(...args: Parameters<typeof runCli>): RunningCli {
  const cli = runCli(...args);
  started.push(cli);
  return cli;
}

async function withCollection<T>(
  uri: string,
  use: (count: () => Promise<number>, add: () => Promise<unknown>) => Promise<T>,
) {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 2000 });
  try {
    const things = client.db('lifecycle').collection('things');
    return await use(
      () => things.countDocuments(),
      () => things.insertOne({}),
    );
  } finally {
    await client.close();
  }
}

const countThings = (uri: string) => withCollection(uri, (count) => count());
const addThing = (uri: string) => withCollection(uri, (_, add) => add());

test('the command line program prints engine, version and address in one line', async () => {
  const cli = start([]);
  await cli.uri;
  expect(cli.output()).toMatch(/^\w.* \d+\.\d+.*: mongodb:\/\/127\.0\.0\.1:\d+\/\S*\n$/);
});

test('SIGTERM stops it cleanly and leaves no process', async () => {
  const cli = start(['--data', path.join(directory, 'terminated')]);
  await addThing(await cli.uri);
  cli.kill('SIGTERM');
  expect(await cli.ended).toMatchObject({ code: 0 });
  expect(await processesMentioning(path.join(directory, 'terminated'))).toEqual([]);
});

test('SIGKILL of the process that started it leaves no process', async () => {
  const kept = path.join(directory, 'killed');
  const cli = start(['--data', kept]);
  await addThing(await cli.uri);
  expect(await processesMentioning(kept)).not.toEqual([]);
  cli.kill('SIGKILL');
  await cli.ended;
  await vi.waitFor(async () => expect(await processesMentioning(kept)).toEqual([]), {
    timeout: 10_000,
    interval: 50,
  });

  const again = start(['--data', kept]);
  expect(await countThings(await again.uri)).toBe(1);
});

test('two run at once, each with data of its own', async () => {
  const first = await startDevDatabase();
  onTestFinished(() => first.stop());
  const second = await startDevDatabase();
  onTestFinished(() => second.stop());
  await addThing(first.uri);
  expect(await countThings(first.uri)).toBe(1);
  expect(await countThings(second.uri)).toBe(0);
});

test('a second start takes under two seconds', { retry: 4 }, async () => {
  const before = performance.now();
  const database = await startDevDatabase();
  const took = performance.now() - before;
  await database.stop();
  expect(took).toBeLessThan(2000);
});

test('data stay in a directory, with spaces in its path, between starts', async () => {
  const dataDirectory = path.join(directory, 'kept data');
  const first = await startDevDatabase({ dataDirectory });
  await addThing(first.uri);
  await first.stop();
  const second = await startDevDatabase({ dataDirectory });
  onTestFinished(() => second.stop());
  expect(await countThings(second.uri)).toBe(1);
  expect(await readdir(dataDirectory)).toHaveLength(1);
});

test('a data directory in use is refused with a message that says so', async () => {
  const dataDirectory = path.join(directory, 'shared');
  const first = await startDevDatabase({ dataDirectory });
  onTestFinished(() => first.stop());
  await expect(startDevDatabase({ dataDirectory })).rejects.toThrow(/in use/);
  await addThing(first.uri);
});

test('it listens on the port it is given', async () => {
  const port = await findFreePort();
  const database = await startDevDatabase({ port });
  onTestFinished(() => database.stop());
  expect(database.uri).toContain(`mongodb://127.0.0.1:${port}/`);
  await addThing(database.uri);
});

test('a taken port is named in one line', async () => {
  const database = await startDevDatabase();
  onTestFinished(() => database.stop());
  const { port } = new URL(database.uri);
  const cli = start(['--port', port]);
  expect(await cli.ended).toEqual({
    code: 1,
    output: `Port ${port} is taken: stop what listens on it, or choose another\n`,
  });
});

test('MONGODB_URI is used as it is and left running', async () => {
  const database = await startDevDatabase();
  onTestFinished(() => database.stop());
  vi.stubEnv('MONGODB_URI', database.uri);
  const given = await startDevDatabase().finally(() => vi.unstubAllEnvs());
  expect(given.uri).toBe(database.uri);
  await given.stop();
  await addThing(database.uri);
});

test('a MONGODB_URI that does not answer is an error in one line', async () => {
  const cli = start([], { MONGODB_URI: `mongodb://127.0.0.1:${await findFreePort()}/` });
  const { code, output } = await cli.ended;
  expect(code).toBe(1);
  expect(output).toMatch(/^The database that MONGODB_URI names cannot be used: .+\n$/);
});
