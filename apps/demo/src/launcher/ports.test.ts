import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { choosePorts } from './ports.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function occupy(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('choosePorts', () => {
  it('finds free ports that differ', async () => {
    const ports = Object.values(await choosePorts('free', ['host', 'bff', 'emulator']));
    expect(new Set(ports).size).toBe(3);
    expect(Math.min(...ports)).toBeGreaterThan(1023);
  });

  it.each(['127.0.0.1', '::1'])(
    'names each fixed port that is taken on %s, and what to do',
    async (address) => {
      const host = await occupy(address);
      const bff = await occupy(address);
      const fixed = { host, bff, emulator: (await choosePorts('free', [])).emulator };
      const choosing = choosePorts('fixed', ['host', 'bff', 'emulator'], fixed);
      await expect(choosing).rejects.toThrow(
        `Port ${host} (for Northwind) is taken.\nPort ${bff} (for the Sales`,
      );
      await expect(choosing).rejects.toThrow(`lsof -i :${host}`);
    },
  );

  it('minds only the ports that are needed', async () => {
    const free = await choosePorts('free', []);
    const fixed = { ...free, emulator: await occupy('127.0.0.1') };
    expect(await choosePorts('fixed', ['host', 'bff'], fixed)).toEqual(fixed);
  });
});
