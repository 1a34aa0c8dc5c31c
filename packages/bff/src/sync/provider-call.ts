import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import { ProviderError } from '../provider/provider-error.ts';

const RETRIES = 5;
const isPassing = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && (error.code === 'unavailable' || error.code === 'throttled');

/** Tries a provider call again, later and later, while its failure is of a kind that passes. */
export function retried<T>(work: () => Promise<T>, signal: AbortSignal, baseDelayMs = 1000): Promise<T> {
  return pRetry(work, {
    retries: RETRIES,
    minTimeout: baseDelayMs,
    maxTimeout: 30 * baseDelayMs,
    randomize: true,
    signal,
    shouldRetry: ({ error }) => isPassing(error),
    onFailedAttempt: async ({ error, retriesLeft }) => {
      if (isPassing(error) && error.retryAfterMs !== null && retriesLeft > 0)
        await delay(error.retryAfterMs, undefined, { signal });
    },
  });
}
