import type { Response } from 'express';
import type { CallKind } from './call-kind.ts';

export interface CallCount {
  /** All calls, whatever came of them. */
  calls: number;
  /** Calls the provider bills: reads of company data that were answered with 2xx. */
  metered: number;
  byKind: Partial<Record<CallKind, number>>;
  /** By HTTP status; `none` for calls that got no answer. */
  byStatus: Record<string, number>;
}

export interface Counters {
  record(realmId: string, kind: CallKind, status: number | undefined, isMetered: boolean): void;
  /** Calls of one realm, or of all. Calls with a code or token nobody knows count under no realm. */
  count(realmId?: string): CallCount;
  reset(): void;
}

const none = (): CallCount => ({ calls: 0, metered: 0, byKind: {}, byStatus: {} });
const unmetered: ReadonlySet<CallKind> = new Set(['token', 'revoke', 'other']);

/** Whether the provider bills calls of a kind, once they are answered with 2xx. */
export function isMetered(kind: CallKind, isRead: boolean): boolean {
  return isRead && !unmetered.has(kind);
}

export function isSuccess(status: number | undefined): boolean {
  return status !== undefined && status >= 200 && status < 300;
}

export function createCounters(): Counters {
  const realms = new Map<string, CallCount>();
  const total = () => {
    const sum = none();
    for (const count of realms.values()) {
      sum.calls += count.calls;
      sum.metered += count.metered;
      addAll(sum.byKind, count.byKind);
      addAll(sum.byStatus, count.byStatus);
    }
    return sum;
  };
  return {
    record: (realmId, kind, status, isMetered) => {
      const count = realms.get(realmId) ?? none();
      realms.set(realmId, count);
      count.calls += 1;
      count.byKind[kind] = (count.byKind[kind] ?? 0) + 1;
      const shown = status === undefined ? 'none' : String(status);
      count.byStatus[shown] = (count.byStatus[shown] ?? 0) + 1;
      if (isMetered) count.metered += 1;
    },
    count: (realmId) => (realmId === undefined ? total() : (realms.get(realmId) ?? none())),
    reset: () => realms.clear(),
  };
}

/** Calls back once, as soon as the response has left or its connection is gone; the status is undefined in the latter case. */
export function onceAnswered(response: Response, callback: (status: number | undefined) => void): void {
  let isDone = false;
  const report = (status: number | undefined) => {
    if (!isDone) callback(status);
    isDone = true;
  };
  response.once('finish', () => report(response.statusCode));
  response.once('close', () => report(undefined));
}

function addAll(sum: Partial<Record<string, number>>, more: Partial<Record<string, number>>): void {
  for (const [key, value] of Object.entries(more)) sum[key] = (sum[key] ?? 0) + (value ?? 0);
}
