import { MongoClient } from 'mongodb';
import type { RunningDatabase } from './running-database.ts';

/**
 * Uses a database that runs already, and leaves it running.
 *
 * @throws Error when it does not answer, or cannot do transactions.
 */
export async function useGivenDatabase(uri: string): Promise<RunningDatabase> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5000 });
  try {
    const admin = client.db('admin');
    const hello = await admin.command({ hello: 1 });
    if (!hello['setName'] && hello['msg'] !== 'isdbgrid') {
      throw new Error('it is a standalone server, which has no transactions; start it as a replica set');
    }
    const { version } = await admin.command({ buildInfo: 1 });
    return { uri, engine: `MongoDB ${String(version)} of MONGODB_URI`, stop: async () => {} };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The database that MONGODB_URI names cannot be used: ${reason}`, { cause: error });
  } finally {
    await client.close();
  }
}
