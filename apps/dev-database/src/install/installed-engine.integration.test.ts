import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { processesMentioning } from '../testing/processes.ts';
import { runCli } from '../testing/run-cli.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'engine cache '));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test('an interrupted download goes on at the next start, and two first starts at once share one installation', async () => {
  const cache = path.join(directory, 'shared');
  const environment = { SALES_CHANNELS_CACHE: cache };
  const interrupted = runCli([], environment);
  const archives = path.join(cache, 'dev-database/downloads/cache/archives');
  await vi.waitFor(
    async () => expect((await readdir(archives)).some((name) => name.endsWith('.deb'))).toBe(true),
    {
      timeout: 120_000,
      interval: 20,
    },
  );
  interrupted.kill('SIGKILL');
  await interrupted.ended;

  const both = [runCli([], environment), runCli([], environment)];
  for (const { uri } of both) {
    const client = new MongoClient(await uri);
    await client.db('installed').collection('things').insertOne({});
    await client.close();
  }
  for (const cli of both) cli.kill('SIGTERM');
  expect(await Promise.all(both.map(async ({ ended }) => (await ended).code))).toEqual([0, 0]);
  expect((await readdir(path.join(cache, 'dev-database'))).sort()).toEqual([
    'install.lock',
    expect.stringMatching(/^postgresql-documentdb-\d+(-user)?$/),
  ]);
  expect(await processesMentioning(cache)).toEqual([]);
}, 240_000);

test('when nothing can be fetched, one line says what stands in the way', async () => {
  const sources = path.join(directory, 'sources.list');
  const configuration = path.join(directory, 'apt.conf');
  await writeFile(sources, 'deb http://127.0.0.1:9/debian/ stable main\n');
  await writeFile(
    configuration,
    `Dir::Etc::SourceList "${sources}";\nDir::Etc::SourceParts "/dev/null";\nAcquire::Retries "0";\n`,
  );
  const cli = runCli([], { SALES_CHANNELS_CACHE: path.join(directory, 'empty'), APT_CONFIG: configuration });
  const { code, output } = await cli.ended;
  expect(code).toBe(1);
  const lines = output.trim().split('\n');
  expect(lines.at(-1)).toMatch(
    /^No database engine can start; .*MongoDB: .*; PostgreSQL with DocumentDB: .*Failed to fetch/,
  );
  expect(lines).toHaveLength(2);
}, 60_000);
