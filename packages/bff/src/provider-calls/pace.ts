import type { ProviderPace } from '../provider/provider.ts';

/** How a company has been called lately. Instants are milliseconds of real time. */
export interface Pace {
  /** When the calls of the last second began, oldest first. */
  starts: number[];
  /** Calls that the minute still has room for, as of `filledAt`. */
  tokens: number;
  filledAt: number;
  /** The calls under way. Each ends by itself unless it is renewed, for a process that died with it. */
  slots: { owner: string; until: number }[];
  /** Nobody calls before; the provider asked for it. */
  pausedUntil: number;
}

export const SLOT_MS = 15_000;
/** A call that waits for others to end looks again after this long, whatever it has heard. */
const SLOT_LOOK_MS = 100;
/** No longer than this at a time, whatever an answer's header says. */
const MAX_PAUSE_MS = 3_600_000;
const SECOND = 1000;
/** Of what a minute allows, this part may come at once; the rest is spread over the minute. */
const BURST_PART = 1 / 15;

/** Room for `burst` calls at once and `rate` more a second is never more than a minute allows in any 60 seconds. */
function bucketOf({ perMinute }: ProviderPace) {
  const burst = Math.max(1, Math.floor(perMinute * BURST_PART));
  return { burst, rate: (perMinute - burst) / 60 };
}

export const restedPace = (limits: ProviderPace, now: number): Pace => ({
  starts: [],
  tokens: bucketOf(limits).burst,
  filledAt: now,
  slots: [],
  pausedUntil: 0,
});

/**
 * Lets a call begin if there is room for it.
 * @returns the pace with the call; or how many milliseconds to wait before asking again, and whether another call's end would
 * be enough to make room.
 */
export function begin(
  pace: Pace,
  owner: string,
  limits: ProviderPace,
  now: number,
): { pace: Pace; waitMs: null; isFull: false } | { pace: null; waitMs: number; isFull: boolean } {
  const { burst, rate } = bucketOf(limits);
  // Another server's clock may be ahead of this one: time that has not come yet fills nothing.
  const tokens = Math.min(burst, pace.tokens + (Math.max(0, now - pace.filledAt) / SECOND) * rate);
  // Nor does it keep anybody waiting for longer than the second it is about.
  const starts = pace.starts.filter((at) => at > now - SECOND && at <= now + SECOND);
  const slots = pace.slots.filter(({ until }) => until > now);
  const [oldest = now] = starts.slice(-limits.perSecond);
  const waitMs = Math.max(
    Math.min(pace.pausedUntil - now, MAX_PAUSE_MS),
    starts.length < limits.perSecond ? 0 : oldest + SECOND - now,
    tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / rate) * SECOND),
  );
  if (waitMs > 0) return { pace: null, waitMs, isFull: false };
  if (slots.length >= limits.atOnce) return { pace: null, waitMs: SLOT_LOOK_MS, isFull: true };
  return {
    pace: {
      ...pace,
      starts: [...starts, now],
      tokens: tokens - 1,
      filledAt: Math.max(now, pace.filledAt),
      slots: [...slots, { owner, until: now + SLOT_MS }],
    },
    waitMs: null,
    isFull: false,
  };
}

/** A call that takes longer keeps its slot. One that lost it, because its process stood still, takes none back. */
export const renew = (pace: Pace, owner: string, now: number): Pace => ({
  ...pace,
  slots: pace.slots.map((slot) => (slot.owner === owner ? { owner, until: now + SLOT_MS } : slot)),
});

export const end = (pace: Pace, owner: string): Pace => ({
  ...pace,
  slots: pace.slots.filter((slot) => slot.owner !== owner),
});

/** The provider turned a call down: nobody calls for a while. */
export const pause = (pace: Pace, ms: number, now: number): Pace => ({
  ...pace,
  pausedUntil: Math.max(pace.pausedUntil, now + Math.min(ms, MAX_PAUSE_MS)),
});
