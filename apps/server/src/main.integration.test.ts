import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { port, server };
}

function startServer(env: Record<string, string>) {
  const flags = ['--conditions=@sales-channels/source', '--import', 'tsx'];
  const child = spawn(process.execPath, [...flags, main], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, ended, output: () => output };
}

const settings = (port: number) => ({
  MONGODB_URI: inject('mongodbUri'),
  MONGODB_DATABASE: `server-program-${port}`,
  PORT: String(port),
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  PRODUCT_NAME: 'Northwind',
  SESSION_SECRETS: `a:${'s'.repeat(32)}`,
  ENCRYPTION_KEYS: `a:${Buffer.alloc(32, 1).toString('base64')}`,
  QUICKBOOKS_CLIENT_ID: 'id',
  QUICKBOOKS_CLIENT_SECRET: 'secret',
});

describe('the program', () => {
  it('gets ready, and stops cleanly on SIGTERM', async () => {
    const { port, server } = await freePort();
    server.close();
    const { child, ended, output } = startServer(settings(port));
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200), {
      timeout: 25_000,
      interval: 100,
    });
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    // Nothing went wrong on the way out: pino writes errors as level 50.
    expect(output()).not.toMatch(/"level":[56]0/);
  });

  it('says which settings are bad, and exits 1', async () => {
    const { ended, output } = startServer({ PORT: '0' });
    expect(await ended).toBe(1);
    expect(output()).toContain('PORT must be a port number');
    expect(output()).toContain('SESSION_SECRETS is missing');
  });

  it('says that the database cannot be reached, and exits 1', async () => {
    const { port, server } = await freePort();
    server.close();
    const nowhere = `mongodb://127.0.0.1:${port}/?serverSelectionTimeoutMS=300`;
    const { ended, output } = startServer({ ...settings(port), MONGODB_URI: nowhere });
    expect(await ended).toBe(1);
    expect(output()).toContain('The database at MONGODB_URI cannot be reached');
  });

  it('says that its port is taken, and exits 1', async () => {
    const { port, server } = await freePort();
    const { ended, output } = startServer(settings(port));
    expect(await ended).toBe(1);
    expect(output()).toContain(`Port ${port} is taken.`);
    server.close();
  });
});
