import { describe, expect, it } from 'vitest';
import type { Pace } from './pace.ts';
import { begin, end, pause, renew, restedPace, SLOT_MS } from './pace.ts';

const limits = { perSecond: 8, perMinute: 450, atOnce: 3 };
const NOW = Date.UTC(2026, 10, 28);

/** The same for every seed, so that what fails fails again. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

function begun(pace: Pace, owner: string, now: number): Pace {
  const answer = begin(pace, owner, limits, now);
  if (!answer.pace) throw new Error(`The call has to wait for ${answer.waitMs} ms.`);
  return answer.pace;
}
const waitOf = (pace: Pace, now: number) => begin(pace, 'later', limits, now).waitMs;

/** Instants at which calls began that were asked for as fast as they were let, by several that end when they like. */
function callsOf(seed: number, forMs: number): number[] {
  const random = createRandom(seed);
  const starts: number[] = [];
  let pace = restedPace(limits, NOW);
  let running: { owner: string; endsAt: number }[] = [];
  for (let now = NOW; now < NOW + forMs; now += Math.ceil(random() * 20)) {
    for (const { owner } of running.filter(({ endsAt }) => endsAt <= now)) pace = end(pace, owner);
    running = running.filter(({ endsAt }) => endsAt > now);
    const owner = `call ${now}`;
    const answer = begin(pace, owner, limits, now);
    if (!answer.pace) continue;
    pace = answer.pace;
    starts.push(now);
    // One in fifty is killed, and its slot has to end by itself.
    if (random() < 0.98) running.push({ owner, endsAt: now + random() * 60 });
    expect(pace.slots.length).toBeLessThanOrEqual(limits.atOnce);
    expect(pace.starts.length).toBeLessThanOrEqual(limits.perSecond);
  }
  return starts;
}

const mostWithin = (starts: readonly number[], ms: number): number =>
  Math.max(...starts.map((from) => starts.filter((at) => at >= from && at < from + ms).length));

describe("a company's pace", () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'stays within what a second, a minute and one moment allow: seed %i',
    (seed) => {
      const starts = callsOf(seed, 150_000);
      expect(mostWithin(starts, 1000)).toBeLessThanOrEqual(8);
      expect(mostWithin(starts, 60_000)).toBeLessThanOrEqual(450);
    },
  );

  it('allows as many a second as may be', () => {
    expect(mostWithin(callsOf(0, 5000), 1000)).toBe(8);
  });

  it('comes close to its minute while calls are quick', () => {
    let pace = restedPace(limits, NOW);
    let calls = 0;
    for (let now = NOW; now < NOW + 60_000; now += 5) {
      const answer = begin(pace, 'quick', limits, now);
      if (!answer.pace) continue;
      pace = end(answer.pace, 'quick');
      calls += 1;
    }
    expect(calls).toBeGreaterThan(440);
    expect(calls).toBeLessThanOrEqual(450);
  });

  it('asks to come back when there is room: then there is', () => {
    const random = createRandom(7);
    let pace = restedPace(limits, NOW);
    let now = NOW;
    const disappointed: number[] = [];
    for (let index = 0; index < 2000; index += 1) {
      const answer = begin(pace, 'one', limits, now);
      if (answer.pace) pace = end(answer.pace, 'one');
      else {
        now += Math.ceil(answer.waitMs);
        if (waitOf(pace, now) !== null) disappointed.push(now - NOW);
      }
      if (random() < 0.1) now += Math.floor(random() * 500);
    }
    expect(disappointed).toEqual([]);
    expect(now - NOW).toBeGreaterThan(60_000);
  });

  it('keeps a slot as long as it is renewed, and gives it free when its process died', () => {
    let pace = begun(begun(begun(restedPace(limits, NOW), 'a', NOW), 'b', NOW), 'c', NOW);
    expect(waitOf(pace, NOW + 1000)).toBeGreaterThan(0);
    pace = renew(pace, 'a', NOW + SLOT_MS / 2);
    expect(waitOf(pace, NOW + SLOT_MS - 1)).toBeGreaterThan(0);
    pace = begun(begun(pace, 'd', NOW + SLOT_MS), 'e', NOW + SLOT_MS);
    expect(waitOf(pace, NOW + SLOT_MS + 2000)).toBeGreaterThan(0);
    expect(end(pace, 'a').slots.map(({ owner }) => owner)).toEqual(['d', 'e']);
    expect(renew(end(pace, 'a'), 'a', NOW).slots.map(({ owner }) => owner)).toEqual(['d', 'e']);
  });

  it('lets nobody call in a pause, the longest of several, and never for longer than an hour', () => {
    const paused = pause(pause(restedPace(limits, NOW), 60_000, NOW), 5, NOW);
    expect(waitOf(paused, NOW)).toBe(60_000);
    expect(waitOf(paused, NOW + 60_000)).toBeNull();
    expect(waitOf(pause(paused, 11 * 86_400_000, NOW), NOW)).toBe(3_600_000);
  });

  it('is not stopped by a server whose clock was far ahead', () => {
    let pace = restedPace(limits, NOW);
    const ahead = NOW + 3_600_000;
    for (let index = 0; index < 8; index += 1) pace = end(begun(pace, 'ahead', ahead), 'ahead');
    expect(waitOf(pace, NOW)).toBeNull();
  });
});
