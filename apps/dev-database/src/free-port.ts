import { once } from 'node:events';
import { createServer } from 'node:net';

/** A TCP port on the loopback address that nothing listens on at this moment. */
export async function findFreePort(): Promise<number> {
  return await listenBriefly(0);
}

/** @throws Error saying so when something listens on the port already. */
export async function requireFreePort(port: number): Promise<void> {
  try {
    await listenBriefly(port);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const reason =
      code === 'EADDRINUSE'
        ? 'is taken: stop what listens on it, or choose another'
        : `cannot be used (${String(code)})`;
    throw new Error(`Port ${port} ${reason}`, { cause: error });
  }
}

async function listenBriefly(wanted: number): Promise<number> {
  const server = createServer().listen(wanted, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('not a TCP port');
  return address.port;
}
