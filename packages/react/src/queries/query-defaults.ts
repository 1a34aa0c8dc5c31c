import { ApiProblem } from '@sales-channels/contract/client';

const MAX_RETRIES = 2;

/** A "no" stays a no; only what may pass by itself is asked again. */
const canRetry = (error: Error): boolean =>
  !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;

/** Set on each query rather than on the cache, since the cache may be the host's. */
export const queryDefaults = {
  staleTime: 5_000,
  retry: (failures: number, error: Error) => failures < MAX_RETRIES && canRetry(error),
  retryDelay: (attempt: number) => Math.min(500 * 2 ** attempt, 5_000),
  refetchOnWindowFocus: true,
  // A browser that thinks it is offline may be wrong, and waiting for it would look like loading.
  networkMode: 'always',
  refetchOnReconnect: true,
} as const;

/** Set on each mutation. A click is tried now and answered now: one that was given up must not be carried out hours later. */
export const mutationDefaults = { networkMode: 'always' } as const;
