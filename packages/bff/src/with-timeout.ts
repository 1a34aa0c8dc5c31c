import { setTimeout as delay } from 'node:timers/promises';

/** Makes of a callback one that is waited for no longer than `ms`; what it answers later is not heard. */
export function withTimeout<A extends unknown[], T>(
  call: (...args: A) => T | Promise<T>,
  ms: number,
): (...args: A) => Promise<T> {
  return async (...args) => {
    const patience = new AbortController();
    const limit = delay(ms, undefined, { signal: patience.signal }).then(() => {
      throw new Error(`There was no answer within ${ms} ms.`);
    });
    // A callback that throws before there is a race would leave it to nobody, which ends the process.
    limit.catch(() => undefined);
    try {
      return await Promise.race([call(...args), limit]);
    } finally {
      patience.abort();
    }
  };
}
