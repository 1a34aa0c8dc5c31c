import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs `work` while holding an exclusive lock on a file, waiting for whoever has it. The kernel holds the lock for a
 * child whose input is a pipe from this process, so it is free again however this process ends.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo locked; read -r end'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const exited = once(holder, 'close');
  const locked = once(holder.stdout, 'data');
  const outcome = await Promise.race([locked.then(() => 'locked'), exited.then(() => 'ended')]);
  if (outcome !== 'locked') throw new Error(`the lock ${file} cannot be taken`);
  try {
    return await work();
  } finally {
    holder.stdin.end();
    await exited;
  }
}
