import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { watchProcesses } from './npm-ancestors.ts';

describe('watchProcesses', () => {
  it('tells once when one of them is gone, and not before', async () => {
    const child = spawn('sleep', ['60']);
    await once(child, 'spawn');
    const end = vi.fn<() => void>();
    watchProcesses([process.pid, child.pid ?? 0], end, 10);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(end).not.toHaveBeenCalled();
    child.kill();
    await expect.poll(() => end.mock.calls.length).toBe(1);
  });
});
