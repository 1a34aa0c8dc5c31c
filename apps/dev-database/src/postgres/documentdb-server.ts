import { findFreePort } from '../free-port.ts';
import { startGateway } from '../gateway/gateway.ts';
import { installEngine, readVersions } from '../install/installed-engine.ts';
import type { RunningDatabase, StartOptions } from '../running-database.ts';
import { connectWhenReady } from './connect-when-ready.ts';
import { createThrowawayData, openKeptData } from './data-directory.ts';
import { readPassword } from './data-template.ts';
import { spawnPostgres } from './postgres-process.ts';

/** Starts PostgreSQL with DocumentDB, fetching it first when it is not there, and the gateway before it. */
export async function startDocumentDb({ port, dataDirectory, log }: StartOptions): Promise<RunningDatabase> {
  const install = () => installEngine(log);
  const { root, data, throwaway } =
    dataDirectory === undefined
      ? await createThrowawayData(await install())
      : await openKeptData(dataDirectory, install);
  const versions = await readVersions(root);
  const address = { port: await findFreePort(), password: await readPassword(root) };
  const postgres = spawnPostgres({ root, data, port: address.port, throwaway });
  try {
    await (await connectWhenReady(address, postgres.ended)).end();
    const gateway = await startGateway(address, port);
    return {
      uri: `mongodb://127.0.0.1:${gateway.port}/`,
      engine: `DocumentDB ${versions.documentdb} on PostgreSQL ${versions.postgresql}`,
      async stop() {
        await gateway.stop();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
