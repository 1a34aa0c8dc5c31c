import { createProblem } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { nextWake } from './next-wake.ts';

const now = new Date('2026-11-28T12:00:00Z');
const MINUTE = 60_000;
const ended = {
  run: { state: 'succeeded', problem: null },
  failures: 0,
  waiting: null,
  syncEveryMinutes: 360,
  now,
} as const;
const busy = { state: 'failed', problem: createProblem('provider_busy') } as const;
const minutesUntil = (wake: ReturnType<typeof nextWake>) =>
  wake && (wake.at.getTime() - now.getTime()) / MINUTE;

describe('nextWake', () => {
  it('E-14 is an interval later, a tenth more or less, spread over all of that', () => {
    const minutes = Array.from({ length: 2000 }, () => minutesUntil(nextWake(ended)) ?? 0);
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(324);
    expect(Math.max(...minutes)).toBeLessThanOrEqual(396);
    expect(Math.min(...minutes)).toBeLessThan(328);
    expect(Math.max(...minutes)).toBeGreaterThan(392);
    expect(minutesUntil(nextWake({ ...ended, syncEveryMinutes: null }))).toBeNull();
  });

  it.each([
    [360, [5, 15, 60, 240, 360, 360]],
    [1440, [5, 15, 60, 240, 1440]],
    [30, [5, 15, 30, 30]],
    [null, [5, 15, 60, 240, null, null]],
  ])('E-13 with a schedule of %s minutes tries again after %j', (syncEveryMinutes, expected) => {
    const waits = expected.map((_, index) =>
      minutesUntil(
        nextWake({ ...ended, run: busy, failures: index + 1, syncEveryMinutes, random: () => 0.5 }),
      ),
    );
    expect(waits).toEqual(expected);
  });

  it.each(['channel_inactive', 'reconnect_required', 'access_lost'] as const)(
    'H-03 leaves alone what %s has ended, whatever waits',
    (code) => {
      const run = { state: 'failed', problem: createProblem(code) } as const;
      const waiting = { at: now, trigger: 'webhook' } as const;
      expect(nextWake({ ...ended, run, failures: 1, waiting })).toBeNull();
    },
  );

  it('H-03 goes on where somebody signed in before the run that had no access ended', () => {
    const run = { state: 'failed', problem: createProblem('reconnect_required') } as const;
    const waiting = { at: now, trigger: 'reconnection' } as const;
    expect(nextWake({ ...ended, run, failures: 1, waiting })).toBe(waiting);
  });

  it('E-13 waits for the calls of the next month, and not all channels for the same second', () => {
    const availableAt = '2026-12-01T08:00:00.000Z';
    const run = { state: 'failed', problem: createProblem('budget_reached', { availableAt }) } as const;
    const at = (random: number) => nextWake({ ...ended, run, failures: 3, random: () => random })?.at;
    expect(at(0)).toEqual(new Date(availableAt));
    expect(at(0.5)).toEqual(new Date('2026-12-01T08:05:00.000Z'));
  });

  it('E-14 keeps what came during the run; a failure has it wait with the next attempt', () => {
    const waiting = { at: new Date(now.getTime() + 1000), trigger: 'webhook' } as const;
    expect(nextWake({ ...ended, waiting })).toBe(waiting);
    const again = nextWake({ ...ended, run: busy, failures: 1, waiting, random: () => 0.5 });
    expect(again).toEqual({ at: new Date(now.getTime() + 5 * MINUTE), trigger: 'webhook' });
  });
});
