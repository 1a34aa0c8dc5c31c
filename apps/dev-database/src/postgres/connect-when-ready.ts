import { Client, type ClientConfig } from 'pg';

const waitSeconds = 60;

/** Where a server answers; the password is one this machine made up for itself. */
export interface PostgresAddress {
  port: number;
  password: string;
}

/** The connection settings of an address, for a client or a pool. */
export function connectionSettings({ port, password }: PostgresAddress): ClientConfig {
  return { host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' };
}

/**
 * Connects as soon as the server accepts it.
 *
 * @throws Error with the server's own words when it ends before that.
 */
export async function connectWhenReady(address: PostgresAddress, ended: Promise<string>): Promise<Client> {
  let output: string | undefined;
  void ended.then((text) => (output = text));
  const deadline = Date.now() + waitSeconds * 1000;
  for (;;) {
    const client = new Client(connectionSettings(address));
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (output !== undefined) throw new Error(explainEnd(output), { cause: error });
      if (Date.now() > deadline)
        throw new Error(`PostgreSQL does not answer after ${waitSeconds} s`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

function explainEnd(output: string): string {
  if (output.includes('postmaster.pid')) return 'the data directory is in use by another database process';
  return `PostgreSQL ended while starting: ${output.trim().slice(-600)}`;
}
