import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoMemoryReplSet } from 'mongodb-memory-server-core';
import { findFreePort } from '../free-port.ts';
import type { RunningDatabase, StartOptions } from '../running-database.ts';
import type { FoundMongod } from './find-mongod.ts';

const replicaSet = 'rs0';

/** The part of a data directory that is mongod's. */
export function mongodData(dataDirectory: string): string {
  return path.join(path.resolve(dataDirectory), 'mongod');
}

/** Starts a mongod as a replica set of one member, which is what transactions need, fetching it first where needed. */
export async function startMongod(found: FoundMongod, options: StartOptions): Promise<RunningDatabase> {
  const { log, dataDirectory } = options;
  if (found.path === undefined) log(`Fetching MongoDB ${found.version} (once)`);
  const port =
    dataDirectory === undefined ? options.port : await keptPort(mongodData(dataDirectory), options.port);
  const dbPath = dataDirectory === undefined ? {} : { dbPath: path.join(mongodData(dataDirectory), 'data') };
  const set = await MongoMemoryReplSet.create({
    binary: { version: found.version, ...(found.path === undefined ? {} : { systemBinary: found.path }) },
    instanceOpts: [
      { storageEngine: 'wiredTiger', launchTimeout: 60_000, ...(port ? { port } : {}), ...dbPath },
    ],
    replSet: { name: replicaSet, count: 1, ip: '127.0.0.1' },
  });
  return {
    uri: set.getUri(),
    engine: `MongoDB ${found.version}`,
    async stop() {
      await set.stop({ doCleanup: dataDirectory === undefined });
    },
  };
}

/** A replica set's data name the port it runs on, so kept data stay on theirs. */
async function keptPort(directory: string, asked: number): Promise<number> {
  await mkdir(path.join(directory, 'data'), { recursive: true });
  const file = path.join(directory, 'port');
  if (!existsSync(file)) await writeFile(file, `${asked || (await findFreePort())}`);
  const port = Number(await readFile(file, 'utf8'));
  if (asked && asked !== port)
    throw new Error(`the data in ${directory} belong to port ${port}: start with that one`);
  return port;
}
