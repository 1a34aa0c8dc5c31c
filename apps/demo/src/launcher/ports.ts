import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Ports {
  host: number;
  bff: number;
  emulator: number;
}

const FIXED: Ports = { host: 4200, bff: 4300, emulator: 4400 };
const NAMES: Record<keyof Ports, string> = {
  host: 'Northwind',
  bff: 'the Sales Channels server',
  emulator: 'the QuickBooks emulator',
};

/**
 * The ports the parts of the demo listen on.
 * @throws Error naming each fixed port that is taken, and what to do.
 */
export async function choosePorts(
  kind: 'fixed' | 'free',
  needed: readonly (keyof Ports)[],
  fixed: Ports = FIXED,
): Promise<Ports> {
  if (kind === 'free') {
    const [host = 0, bff = 0, emulator = 0] = await findFreePorts(3);
    return { host, bff, emulator };
  }
  const taken: string[] = [];
  for (const name of needed) {
    if (await isListening(fixed[name])) taken.push(`Port ${fixed[name]} (for ${NAMES[name]}) is taken.`);
  }
  if (taken.length === 0) return fixed;
  const numbers = needed.map((name) => `:${fixed[name]}`).join(',');
  throw new Error(
    `${taken.join('\n')}\nStop what listens there (lsof -i ${numbers} tells what it is), then run the demo again.`,
  );
}

/** Browsers try both loopback addresses for "localhost". */
async function isListening(port: number): Promise<boolean> {
  const answers = await Promise.all(
    ['127.0.0.1', '::1'].map(async (host) => {
      const socket = connect({ host, port, timeout: 1000 });
      const isOpen = await once(socket, 'connect').then(
        () => true,
        () => false,
      );
      socket.destroy();
      return isOpen;
    }),
  );
  return answers.includes(true);
}

/** All are held until all are found, so that they differ. */
async function findFreePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
