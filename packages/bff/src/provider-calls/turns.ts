import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Company } from '../connections/connection.model.ts';
import type { Logger } from '../logger.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { ProviderPace } from '../provider/provider.ts';
import type { Pace } from './pace.ts';
import { begin, end, pause, renew, SLOT_MS } from './pace.ts';
import type { PaceModel } from './pace.model.ts';
import { companyKey } from './pace.model.ts';

/** Whoever would wait for longer is told so instead: a person for a preview, or a run that knows how to wait. */
const MAX_WAIT_MS = 10_000;
const RENEW_MS = SLOT_MS / 3;

export type Turns = ReturnType<typeof createTurns>;

/** Makes calls of one company take turns, over all servers: so many a second, a minute and at once, and none in a pause. */
export function createTurns({ paces, logger }: { paces: PaceModel; logger: Logger }) {
  /**
   * Told by company that a call of this process has ended: who waits for a slot looks at once. One that ends on another server
   * is found a little later, by looking again and again.
   */
  const ends = new EventEmitter().setMaxListeners(0);

  async function take(
    company: Company,
    owner: string,
    limits: ProviderPace,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const giveUpAt = Date.now() + MAX_WAIT_MS;
    for (;;) {
      signal?.throwIfAborted();
      const { waitMs, isFull } = await paces.change(company, limits, (pace, now) =>
        begin(pace, owner, limits, now),
      );
      if (waitMs === null) return;
      if (Date.now() + waitMs > giveUpAt)
        throw new ProviderError('throttled', 'The company has been called as often as it may be.', {
          retryAfterMs: waitMs,
        });
      if (isFull) await endOrDelay(company, waitMs, signal);
      else await delay(waitMs, undefined, { signal });
    }
  }

  async function endOrDelay(company: Company, ms: number, signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted();
    const over = new AbortController();
    const options = { signal: over.signal };
    // Not with `AbortSignal.any`: Node.js 20 keeps each it made for as long as its sources live.
    signal?.addEventListener('abort', () => over.abort(signal.reason), { once: true, ...options });
    try {
      await Promise.race([delay(ms, undefined, options), once(ends, companyKey(company), options)]);
    } finally {
      over.abort();
    }
  }

  return {
    /**
     * Runs `work` when it is its turn. When the provider answers that it was called too often, nobody calls the company for
     * as long as it asks.
     * @throws ProviderError `throttled` when the turn would come too late; the signal's reason.
     */
    async inTurn<T>(
      company: Company,
      limits: ProviderPace,
      signal: AbortSignal | undefined,
      work: () => Promise<T>,
    ): Promise<T> {
      const owner = randomUUID();
      await take(company, owner, limits, signal);
      const change = (next: (pace: Pace, now: number) => Pace) =>
        paces
          .change(company, limits, (pace, now) => ({ pace: next(pace, now) }))
          .catch((error: unknown) =>
            // The slot ends by itself.
            logger.warn({ ...company, error }, "A call's turn could not be noted"),
          );
      const renewing = setInterval(() => void change((pace, now) => renew(pace, owner, now)), RENEW_MS);
      renewing.unref();
      try {
        return await work();
      } catch (error) {
        if (error instanceof ProviderError && error.code === 'throttled') {
          const { retryAfterMs } = error;
          // Waited for: who is told to come back later must not be overtaken by who was not told.
          await change((pace, now) => pause(pace, retryAfterMs ?? 0, now));
        }
        throw error;
      } finally {
        clearInterval(renewing);
        void change((pace) => end(pace, owner)).then(() => ends.emit(companyKey(company)));
      }
    },
  };
}
