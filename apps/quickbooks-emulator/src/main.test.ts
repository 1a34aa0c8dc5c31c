import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startQuickBooksEmulator } from './index.ts';

vi.setConfig({ testTimeout: 60_000 });
const main = fileURLToPath(new URL('main.ts', import.meta.url));

const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

async function run(...args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const exit = once(child, 'exit') as Promise<[number | null]>;
  return { child, exit, output: () => output };
}

describe('the command', () => {
  it('says so when its port is taken', async () => {
    const emulator = await startQuickBooksEmulator({ companies: [] });
    const { exit, output } = await run('--port', String(emulator.port));
    expect(await exit).toEqual([1, null]);
    expect(output()).toContain(`Port ${emulator.port} is taken`);
    await emulator.stop();
  });

  it.each([
    ['--documents must be a whole number', ['--documents', 'many']],
    ['--webhook-url and --webhook-token go together', ['--webhook-url', 'http://localhost:1/hook']],
    ['--webhook-url must be an http or https URL', ['--webhook-url', 'here', '--webhook-token', 'x']],
    ['--webhook-format must be', ['--webhook-format', 'telegram']],
  ])('refuses arguments that make no sense: %s', async (complaint, args) => {
    const { exit, output } = await run(...args);
    expect(await exit).toEqual([2, null]);
    expect(output()).toContain(complaint);
  });

  it('starts, prints its address and ends when told to', async () => {
    const { child, exit, output } = await run(
      '--port',
      '0',
      '--documents',
      '4',
      '--redirect-uri',
      'http://localhost:1/a',
      '--webhook-url',
      'http://localhost:1/hook',
      '--webhook-token',
      'verifier-1',
      '--webhook-format',
      'classic',
    );
    await once(child.stdout, 'data');
    const url = /http:\S+/.exec(output())?.[0] ?? '';
    const state = await (await fetch(`${url}/control/state`)).json();
    expect(state).toMatchObject({
      app: { redirectUris: ['http://localhost:1/a'] },
      companies: [{ documents: { Invoice: 4, SalesReceipt: 4, CreditMemo: 4 } }, {}, {}],
    });
    expect(state).toHaveProperty('switches.webhookFormat', 'classic');
    const webhook: unknown = await (await fetch(`${url}/control/webhook`)).json();
    expect(webhook).toMatchObject({
      endpoint: { url: 'http://localhost:1/hook', verifierToken: 'verifier-1' },
    });
    child.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
  });
});
