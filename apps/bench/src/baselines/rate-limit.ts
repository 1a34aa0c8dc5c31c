import { setTimeout as wait } from 'node:timers/promises';

/** Lets calls begin as often as the product does for one company: at most 8 a second and 450 a minute. */
export function createRateLimit(): () => Promise<void> {
  const buckets = [createBucket(8, 8), createBucket(450, 450 / 60)];
  let turn = Promise.resolve();
  return () => {
    turn = turn.then(async () => {
      for (const take of buckets) await take();
    });
    return turn;
  };
}

function createBucket(capacity: number, perSecond: number): () => Promise<void> {
  let left = capacity;
  let filledAt = performance.now();
  return async () => {
    for (;;) {
      const now = performance.now();
      left = Math.min(capacity, left + ((now - filledAt) / 1000) * perSecond);
      filledAt = now;
      if (left >= 1) break;
      await wait(((1 - left) / perSecond) * 1000);
    }
    left -= 1;
  };
}
