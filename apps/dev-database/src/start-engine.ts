import { existsSync } from 'node:fs';
import { isEngineInstalled } from './install/installed-engine.ts';
import { findMongod } from './mongod/find-mongod.ts';
import { mongodData, startMongod } from './mongod/mongod-server.ts';
import { documentDbData } from './postgres/data-directory.ts';
import { startDocumentDb } from './postgres/documentdb-server.ts';
import type { RunningDatabase, StartOptions } from './running-database.ts';

/**
 * Starts the first engine that can: mongod, then PostgreSQL with DocumentDB. Kept data decide for the engine that wrote
 * them, and an unpacked DocumentDB saves asking mongod's download site at each start.
 *
 * @throws Error with each engine's reason, in one line.
 */
export async function startEngine(options: StartOptions): Promise<RunningDatabase> {
  const { dataDirectory } = options;
  if (dataDirectory !== undefined && existsSync(documentDbData(dataDirectory)))
    return await startDocumentDb(options);
  const reasons: string[] = [];
  const found = await findMongod(!isEngineInstalled());
  if ('reason' in found) reasons.push(`MongoDB: ${found.reason}`);
  else {
    try {
      return await startMongod(found, options);
    } catch (error) {
      reasons.push(`MongoDB ${found.version}: ${oneLine(error)}`);
    }
  }
  if (dataDirectory !== undefined && existsSync(mongodData(dataDirectory))) {
    throw new Error(`The data in ${dataDirectory} are MongoDB's, which cannot start. ${reasons.join('; ')}`);
  }
  try {
    return await startDocumentDb(options);
  } catch (error) {
    reasons.push(`PostgreSQL with DocumentDB: ${oneLine(error)}`);
  }
  throw new Error(
    `No database engine can start; set MONGODB_URI to use one that runs. ${reasons.join('; ')}`,
  );
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replaceAll(/\s*\n\s*/g, ' / ');
}
