import { setTimeout as wait } from 'node:timers/promises';

/** As the product calls one company: 450 times a minute, of which 30 at once, and 8 times in any second. */
const PER_SECOND = 8;
const BURST = 30;
const REFILL_PER_SECOND = (450 - BURST) / 60;

/** Each call waits here for its turn to begin. */
export function createRateLimit(): () => Promise<void> {
  let starts: number[] = [];
  let left = BURST;
  let filledAt = performance.now();
  let turn = Promise.resolve();

  async function begin(): Promise<void> {
    for (;;) {
      const now = performance.now();
      left = Math.min(BURST, left + ((now - filledAt) / 1000) * REFILL_PER_SECOND);
      filledAt = now;
      starts = starts.filter((at) => at > now - 1000);
      const [oldest = now] = starts;
      const waitMs = Math.max(
        starts.length < PER_SECOND ? 0 : oldest + 1000 - now,
        left >= 1 ? 0 : ((1 - left) / REFILL_PER_SECOND) * 1000,
      );
      if (waitMs <= 0) break;
      await wait(Math.ceil(waitMs));
    }
    left -= 1;
    starts.push(performance.now());
  }

  return () => {
    turn = turn.then(begin);
    return turn;
  };
}
