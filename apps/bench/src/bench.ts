import { randomUUID } from 'node:crypto';
import type { IndexDescriptionInfo } from 'mongodb';
import { MongoClient } from 'mongodb';
import { EMULATOR_APP, REDIRECT_URI } from './emulator/emulator-app.ts';
import type { EmulatorControl } from './emulator/emulator-control.ts';
import { createEmulatorControl } from './emulator/emulator-control.ts';
import type { BenchOptions } from './options.ts';
import type { DatabaseTasks } from './parts/database-part.ts';
import type { EmulatorTasks } from './parts/emulator-part.ts';
import type { SideTasks } from './parts/side-part.ts';
import type { Part } from './parts/start-part.ts';
import { startPart } from './parts/start-part.ts';
import type { Place, SideName } from './sides/side.ts';
import { SALES_COLLECTION } from './sides/side.ts';

/** Dates of the emulated documents reach back two years. */
export const FROM = '2000-01-01';
/** The emulated companies' ids but for their last five digits. */
const REALMS = '93414500001';

export interface Bench {
  options: BenchOptions;
  emulator: EmulatorControl;
  emulatorPid: number;
  databaseUri: string;
  databasePid: number;
  engine: string;
  mongo: MongoClient;
  log: (line: string) => void;
  /** Adds a company. @returns its realm id */
  addCompany(documents: object): Promise<string>;
  newDatabase(name: string): string;
  /** Starts a side in a process of its own, with a database of its own. */
  openSide(name: SideName, realmId: string): Promise<OpenSide>;
  stop(): Promise<void>;
}

export interface OpenSide {
  name: SideName;
  part: Part<SideTasks>;
  databaseName: string;
  /** Ends its process and drops its database. */
  close(): Promise<void>;
}

/** Starts the database and the emulator, each in a process of its own. */
export async function startBench(options: BenchOptions, log: (line: string) => void): Promise<Bench> {
  const [database, emulatorPart] = await Promise.all([
    startPart<DatabaseTasks>(new URL('./parts/database-part.ts', import.meta.url)),
    startPart<EmulatorTasks>(new URL('./parts/emulator-part.ts', import.meta.url)),
  ]);
  const { uri, engine } = await database.ask('describe');
  const url = await emulatorPart.ask('start', {
    ...EMULATOR_APP,
    redirectUris: [REDIRECT_URI],
    companies: [],
  });
  const emulator = createEmulatorControl(url);
  const mongo = await MongoClient.connect(uri);
  let companies = 0;
  let indexes: readonly IndexDescriptionInfo[] = [];

  const newDatabase = (name: string) => `bench-${name}-${randomUUID().slice(0, 8)}`;

  async function addCompany(documents: object): Promise<string> {
    companies += 1;
    const realmId = `${REALMS}${String(companies).padStart(5, '0')}`;
    await emulator.addCompany({ realmId, name: `Company ${companies}`, documents });
    return realmId;
  }

  async function openSide(name: SideName, realmId: string): Promise<OpenSide> {
    const databaseName = newDatabase(name);
    const part = await startPart<SideTasks>(new URL('./parts/side-part.ts', import.meta.url), [name], {
      profileIn: name === 'ours' ? options.profileIn : undefined,
    });
    const place: Place = { databaseUri: uri, databaseName, emulatorUrl: url, realmId, from: FROM, indexes };
    await part.ask('open', { name, place });
    return {
      name,
      part,
      databaseName,
      async close() {
        await part.ask('close');
        await part.stop();
        await mongo.db(databaseName).dropDatabase();
      },
    };
  }

  // The indexes are the product's, whatever they are: it makes them when it starts.
  const template = await openSide(
    'ours',
    await addCompany({ invoices: 1, salesReceipts: 1, creditMemos: 1 }),
  );
  indexes = await mongo.db(template.databaseName).collection(SALES_COLLECTION).indexes();
  await template.close();

  return {
    options,
    emulator,
    emulatorPid: emulatorPart.pid,
    databaseUri: uri,
    databasePid: database.pid,
    engine,
    mongo,
    log,
    addCompany,
    newDatabase,
    openSide,
    async stop() {
      await mongo.close();
      await emulatorPart.stop();
      await database.ask('stop').catch(() => undefined);
      await database.stop();
    },
  };
}
