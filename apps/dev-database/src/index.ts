import { useGivenDatabase } from './given-database.ts';
import { requireFreePort } from './free-port.ts';
import type { RunningDatabase } from './running-database.ts';
import { startEngine } from './start-engine.ts';

export type { RunningDatabase } from './running-database.ts';

export interface DevDatabaseOptions {
  /** The port on the loopback address; any free one when not given. */
  port?: number;
  /** Where data is kept between starts; when not given, data is new at each start and removed at the stop. */
  dataDirectory?: string;
  /** Told, line by line, what takes time. */
  log?: (line: string) => void;
}

/**
 * Starts a database that speaks MongoDB's protocol, sessions and transactions included, for development and tests.
 *
 * @returns where it answers, what it is, and how to stop it; it also ends when this process does, however that happens.
 * @throws Error whose message says in one line why no engine can start.
 */
export async function startDevDatabase(options: DevDatabaseOptions = {}): Promise<RunningDatabase> {
  const { port = 0, dataDirectory, log = () => {} } = options;
  const given = process.env['MONGODB_URI'];
  if (given) return await useGivenDatabase(given);
  if (port !== 0) await requireFreePort(port);
  return await startEngine({ port, dataDirectory, log });
}
