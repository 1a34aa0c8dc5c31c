import type { Problem } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';

/** Milliseconds. */
const EVERY = 1_000;
const EVERY_AFTER_SIGNAL = 300;
const SIGNAL_LASTS = 5_000;

/** Why a sign-in came to nothing. Branch on `code`. */
export type AuthorizationFailure = Problem | ApiProblem;

export type AuthorizationOutcome =
  { connectionId: string; failure: null } | { connectionId: null; failure: AuthorizationFailure };

export const failureOf = (error: unknown): AuthorizationFailure =>
  error instanceof ApiProblem ? error : createProblem('internal');

const isPassing = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 0 || error.status === 429 || error.status >= 500);

export interface AuthorizationPoll {
  /** Asks at once, and more often for the next seconds. */
  hurry: () => void;
  /** Resolves with what the server says in the end; rejects only when aborted. */
  outcome: Promise<AuthorizationOutcome>;
}

/** Asks the server where a sign-in stands until it has ended. A server that cannot be reached for a while is asked again. */
export function pollAuthorization(
  client: SalesChannelsClient,
  authorizationId: string,
  signal: AbortSignal,
): AuthorizationPoll {
  let hurriedAt = Number.NEGATIVE_INFINITY;
  let wake: (() => void) | null = null;

  const pause = () =>
    new Promise<void>((resolve) => {
      const isHurried = Date.now() - hurriedAt < SIGNAL_LASTS;
      const timer = setTimeout(resolve, isHurried ? EVERY_AFTER_SIGNAL : EVERY);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  signal.addEventListener('abort', () => wake?.(), { once: true });

  async function ask(): Promise<AuthorizationOutcome | null> {
    try {
      const answer = await client.getAuthorization({ params: { authorizationId } }, { signal });
      // A state newer than the kit is not an end.
      if (answer.status === 'pending' || answer.status === 'unknown') return null;
      if (answer.status === 'succeeded' && answer.connectionId !== null) {
        return { connectionId: answer.connectionId, failure: null };
      }
      const code = answer.status === 'expired' ? 'authorization_expired' : 'internal';
      return { connectionId: null, failure: answer.problem ?? createProblem(code) };
    } catch (error) {
      return isPassing(error) ? null : { connectionId: null, failure: failureOf(error) };
    }
  }

  async function run(): Promise<AuthorizationOutcome> {
    for (;;) {
      await pause();
      signal.throwIfAborted();
      const outcome = await ask();
      signal.throwIfAborted();
      if (outcome) return outcome;
    }
  }

  return {
    outcome: run(),
    hurry: () => {
      hurriedAt = Date.now();
      wake?.();
    },
  };
}
