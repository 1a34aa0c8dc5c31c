import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { choosePorts } from './ports.ts';
import { startChild } from './start-child.ts';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const TIMEOUT_MS = 30_000;

describe('startChild', () => {
  it('stops a program that answers', { timeout: TIMEOUT_MS }, async () => {
    const { host: port } = await choosePorts('free', []);
    const child = startChild({
      name: 'child',
      program: new URL('./testing/child.ts', import.meta.url),
      env: { CHILD_PORT: String(port) },
      log: () => {},
    });
    await child.untilReady(`http://127.0.0.1:${port}`);
    await child.stop();
    expect(isRunning(child.pid)).toBe(false);
  });

  it('says what a program wrote that did not start', { timeout: TIMEOUT_MS }, async () => {
    const child = startChild({
      name: 'child',
      program: new URL('./testing/nowhere.ts', import.meta.url),
      env: {},
      log: () => {},
    });
    await expect(child.untilReady('http://127.0.0.1:1')).rejects.toThrow(
      /The child did not start:[^]*nowhere\.ts/,
    );
  });

  it('leaves nothing running when the launcher is killed', { timeout: TIMEOUT_MS }, async () => {
    const { host: port } = await choosePorts('free', []);
    const parent = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('./testing/parent.ts', import.meta.url))],
      { env: { ...process.env, CHILD_PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(line.toString());
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});
