import { formatDay } from '../time/calendar-day.ts';
import { pacificDay } from '../time/pacific-time.ts';

export interface QuotaState {
  /** Calls a calendar month pays for, over all companies; null for any number. */
  readonly limit: number | null;
  readonly used: number;
  /** The month `used` is about, like `2026-11`. */
  readonly month: string;
}

/** The metered calls of the calendar month, after which the service answers no more of them. Seconds are epoch seconds. */
export interface Quota {
  isUsedUp(seconds: number): boolean;
  /** Counts a metered call that was answered. */
  use(seconds: number): void;
  set(limit: number | null, used: number | undefined, seconds: number): void;
  state(seconds: number): QuotaState;
  restore(state: QuotaState): void;
  clear(): void;
}

const untouched: QuotaState = { limit: null, used: 0, month: '' };

export function createQuota(): Quota {
  let kept = untouched;
  const state = (seconds: number): QuotaState => {
    const month = formatDay(pacificDay(seconds)).slice(0, 7);
    return month === kept.month ? kept : { ...kept, month, used: 0 };
  };
  return {
    isUsedUp: (seconds) => {
      const { limit, used } = state(seconds);
      return limit !== null && used >= limit;
    },
    use: (seconds) => {
      const now = state(seconds);
      kept = { ...now, used: now.used + 1 };
    },
    set: (limit, used, seconds) => {
      const now = state(seconds);
      kept = { ...now, limit, used: used ?? now.used };
    },
    state,
    restore: (state) => {
      kept = state;
    },
    clear: () => {
      kept = untouched;
    },
  };
}
