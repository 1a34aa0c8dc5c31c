import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import { ProviderError } from '../provider/provider-error.ts';

const RETRIES = 5;
/** Seven seconds at least. */
const PASSING_FAILURES = 3;
/** What takes longer is the next run's business: a run holds its channel. */
const MAX_WAIT_MS = 5 * 60_000;

const isPassing = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && (error.code === 'unavailable' || error.code === 'throttled');

/**
 * Tries a provider call again, later and later, while its failure is of a kind that passes; for five minutes in all. The work is
 * told once it has failed for so long that the whole service would be well again, most likely.
 */
export function retried<T>(work: (isPersistent: boolean) => Promise<T>, signal: AbortSignal): Promise<T> {
  const giveUpAt = Date.now() + MAX_WAIT_MS;
  const isWorthWaiting = (error: unknown): error is ProviderError =>
    isPassing(error) && Date.now() + (error.retryAfterMs ?? 0) <= giveUpAt;
  return pRetry((attempt) => work(attempt > PASSING_FAILURES), {
    retries: RETRIES,
    minTimeout: 1000,
    maxTimeout: 30_000,
    randomize: true,
    signal,
    shouldRetry: ({ error }) => isPassing(error),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (!isWorthWaiting(error)) throw error;
      if (error.retryAfterMs !== null && retriesLeft > 0)
        await delay(error.retryAfterMs, undefined, { signal });
    },
  });
}
