import { ProblemError } from './problem-error.ts';

/** The answers kept for repeated requests. */
export interface IdempotencyStore {
  /** The first answer again; undefined for a request not seen. Throws `idempotency_conflict` for a key of another request. */
  find(key: string, request: string): unknown;
  keep(key: string, request: string, answer: unknown): void;
}

export function createIdempotencyStore(): IdempotencyStore {
  const kept = new Map<string, { request: string; answer: unknown }>();
  return {
    find(key, request) {
      const entry = kept.get(key);
      if (entry && entry.request !== request) throw new ProblemError('idempotency_conflict');
      return entry?.answer;
    },
    keep: (key, request, answer) => void kept.set(key, { request, answer }),
  };
}
