import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { silentLogger } from '../logger.ts';
import type { Pace } from './pace.ts';
import { restedPace } from './pace.ts';
import type { PaceModel } from './pace.model.ts';
import { createTurns } from './turns.ts';

const COMPANY = { provider: 'scripted', environment: 'test', realmId: 'r1' } as const;
const LIMITS = { perSecond: 100, perMinute: 6000, atOnce: 1 };
const LONG_MS = 9000;

/** A pace kept in memory; whoever may not begin yet is told to look again after a long time. */
function rememberedPace(): PaceModel {
  let pace: Pace = restedPace(LIMITS, Date.now());
  const change: PaceModel['change'] = async (_company, _limits, decide) => {
    const decision = decide(pace, Date.now());
    pace = decision.pace ?? pace;
    return decision.pace ? decision : { ...decision, waitMs: LONG_MS };
  };
  return { change } as PaceModel;
}

it('a call that waits for another of its process begins when that ends', async () => {
  const turns = createTurns({ paces: rememberedPace(), logger: silentLogger });
  const startedAt = performance.now();
  let underWay = 0;
  const call = () =>
    turns.inTurn(COMPANY, LIMITS, undefined, async () => {
      underWay += 1;
      expect(underWay).toBe(1);
      await delay(5);
      underWay -= 1;
    });
  await Promise.all([call(), call(), call()]);
  expect(performance.now() - startedAt).toBeLessThan(LONG_MS);
});

it('a call whose caller gives up while it waits is not made, and its caller does not wait for the others', async () => {
  const turns = createTurns({ paces: rememberedPace(), logger: silentLogger });
  let endFirst = () => {};
  const first = turns.inTurn(COMPANY, LIMITS, undefined, () => new Promise<void>((end) => (endFirst = end)));
  const giveUp = new AbortController();
  const calls: string[] = [];
  const second = turns.inTurn(COMPANY, LIMITS, giveUp.signal, async () => calls.push('second'));
  await delay(50);
  const startedAt = performance.now();
  giveUp.abort(new Error('given up'));
  await expect(second).rejects.toThrow();
  expect(performance.now() - startedAt).toBeLessThan(LONG_MS / 2);
  endFirst();
  await first;
  expect(calls).toEqual([]);
});
