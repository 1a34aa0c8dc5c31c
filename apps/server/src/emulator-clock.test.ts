import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { EmulatorClockError, followEmulatorClock } from './emulator-clock.ts';

const HOUR = 3_600_000;

it('follows every jump of the emulator, and runs on while it does not answer', async () => {
  let lead = 5 * HOUR;
  let isThere = true;
  const server = createServer((_request, response) => {
    if (isThere) response.end(JSON.stringify({ now: new Date(Date.now() + lead).toISOString() }));
    else response.destroy();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const clock = await followEmulatorClock(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ahead = () => Math.round((clock().getTime() - Date.now()) / 1000);
  expect(ahead()).toBe(5 * 3600);
  lead = 45 * 24 * HOUR;
  await vi.waitFor(() => expect(ahead()).toBe(45 * 24 * 3600), { timeout: 3000 });
  isThere = false;
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(ahead()).toBe(45 * 24 * 3600);
});

it('says so when there is no emulator', async () => {
  await expect(followEmulatorClock('http://127.0.0.1:1')).rejects.toThrow(EmulatorClockError);
});
