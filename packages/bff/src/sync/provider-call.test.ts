import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { retried } from './provider-call.ts';

// Files share what is loaded: this one loads everything anew, with its timers, and leaves none of it behind.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock('node:timers/promises');
  vi.resetModules();
});
// Vitest's clock leaves these alone.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise((resolve) => setTimeout(resolve, ms)),
}));
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const MINUTE = 60_000;

describe('a provider call', () => {
  it.each([
    ['a minute each time', MINUTE, 5],
    ['nothing', null, 6],
    ['more than five minutes', 5 * MINUTE + 1, 1],
  ])(
    'E-13 of a provider that asks to wait for %s is given up within five minutes',
    async (_, ms, attempts) => {
      const startedAt = Date.now();
      const failure = new ProviderError(
        'throttled',
        'Too many calls',
        ms === null ? {} : { retryAfterMs: ms },
      );
      const work = vi.fn<() => Promise<never>>(() => Promise.reject(failure));
      const ended = retried(work, new AbortController().signal).catch((error: unknown) => ({
        error,
        after: Date.now() - startedAt,
      }));
      await vi.advanceTimersByTimeAsync(20 * MINUTE);
      const { error, after } = await ended;
      expect(error).toBe(failure);
      expect(work).toHaveBeenCalledTimes(attempts);
      expect(after).toBeLessThanOrEqual(5 * MINUTE);
    },
  );

  it('E-13 is told when its failure does not pass', async () => {
    const told: boolean[] = [];
    const startedAt = Date.now();
    let after = 0;
    const ended = retried((isPersistent) => {
      told.push(isPersistent);
      after = Date.now() - startedAt;
      return isPersistent
        ? Promise.resolve('blamed')
        : Promise.reject(new ProviderError('unavailable', 'Down'));
    }, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(await ended).toBe('blamed');
    expect(told).toEqual([false, false, false, true]);
    expect(after).toBeGreaterThanOrEqual(7000);
  });
});
