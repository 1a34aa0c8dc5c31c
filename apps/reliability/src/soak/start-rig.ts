import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startDevDatabase } from '@sales-channels/dev-database';
import { MongoClient } from 'mongodb';
import { buildPrograms } from '../rig/build-programs.ts';
import { SESSION_SECRET } from '../rig/business.ts';
import { createControl } from '../rig/control.ts';
import { startProgram, untilAnswers } from '../rig/program.ts';
import { findPort, startServers } from '../rig/servers.ts';
import { createCallBook } from './calls.ts';
import { createLeaseBook } from './leases.ts';

const PUBLIC_URL = 'http://sales.example.com';

export type Rig = Awaited<ReturnType<typeof startRig>>;

/** The whole of it: a database, an emulator and servers, each in processes of their own. */
export async function startRig({ servers: count, seed }: { servers: number; seed: number }) {
  const directory = fileURLToPath(new URL(`../../../../.cache/reliability/soak-${seed}`, import.meta.url));
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(directory, { recursive: true });
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    const programs = await buildPrograms({
      server: new URL('../../../server/src/main.ts', import.meta.url),
      emulator: new URL('../../../quickbooks-emulator/src/main.ts', import.meta.url),
      'feed-reader': new URL('./feed-reader.ts', import.meta.url),
    });
    const database = await startDevDatabase({ log: (line) => process.stderr.write(`${line}\n`) });
    stops.push(() => database.stop());
    const mongo = await MongoClient.connect(database.uri);
    stops.push(() => mongo.close());
    const databaseName = `soak-${process.pid}-${seed}`;
    stops.push(() => mongo.db(databaseName).dropDatabase());

    const port = await findPort();
    const emulatorUrl = `http://127.0.0.1:${port}`;
    const emulator = startProgram({
      file: programs.emulator,
      args: ['--port', String(port), '--documents', '0', '--redirect-uri', `${PUBLIC_URL}/connect/callback`],
      logFile: `${directory}/emulator.log`,
    });
    stops.push(() => (emulator.kill(), emulator.ended));
    await untilAnswers(`${emulatorUrl}/control/clock`, emulator);

    const calls = createCallBook();
    const leases = createLeaseBook(mongo.db(databaseName));
    const servers = await startServers({
      count,
      file: programs.server,
      databaseUri: database.uri,
      emulatorUrl,
      logDirectory: directory,
      env: {
        MONGODB_DATABASE: databaseName,
        PUBLIC_URL,
        PRODUCT_NAME: 'Northwind',
        SESSION_SECRETS: `${SESSION_SECRET.keyId}:${SESSION_SECRET.secret}`,
        ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 1).toString('base64')}`,
        QUICKBOOKS_CLIENT_ID: 'emulator-client',
        QUICKBOOKS_CLIENT_SECRET: 'emulator-secret',
        QUICKBOOKS_ENVIRONMENT: 'emulator',
        QUICKBOOKS_EMULATOR_CLOCK: 'follow',
        LOG_LEVEL: 'warn',
      },
      onCall: (server, call) => calls.note(server, call),
      onCommand: (server, command) => leases.note(server, command),
    });
    stops.push(() => servers.stop());
    return {
      directory,
      engine: database.engine,
      database: mongo.db(databaseName),
      emulatorUrl,
      control: createControl(emulatorUrl),
      publicUrl: PUBLIC_URL,
      feedReader: programs['feed-reader'],
      calls,
      leases,
      servers,
      stops,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
