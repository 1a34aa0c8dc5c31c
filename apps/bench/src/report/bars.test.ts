import { describe, expect, it } from 'vitest';
import type { BackfillSample } from '../measures/backfill.ts';
import type { SideName } from '../sides/side.ts';
import { figuresOf, keeps } from './bars.ts';
import { drawChart } from './chart.ts';
import { missedOf, worstOf } from './print-figures.ts';

const sample = (
  side: SideName,
  documentsOfEachKind: number,
  seconds: number,
  change: Partial<BackfillSample> = {},
): BackfillSample => ({
  side,
  documentsOfEachKind,
  latency: 'none',
  round: 0,
  seconds,
  calls: 32,
  meteredCalls: 32,
  peakRssMiB: 200,
  processorSeconds: { side: 1, database: 1, emulator: 1 },
  ...change,
});

const figures = figuresOf({
  backfill: [
    ...[8, 9, 30].map((seconds) => sample('ours', 10_000, seconds)),
    ...[7, 6, 5].map((seconds) => sample('floor', 10_000, seconds)),
    sample('loop', 10_000, 44),
    sample('tuned', 10_000, 18),
    sample('ours', 100_000, 100, { meteredCalls: 319, peakRssMiB: 241 }),
    sample('floor', 100_000, 60),
  ],
  increment: null,
  fleet: [],
});
const valuesOf = (key: string) =>
  figures.filter((figure) => figure.key === key).map(({ value }) => Number(value.toFixed(3)));

describe('the figures of a bench', () => {
  it('are ratios of medians, one for each size', () => {
    expect(valuesOf('backfill.secondsOverFloor')).toEqual([1.5, 1.667]);
    expect(valuesOf('backfill.loopOverOurs')).toEqual([4.889]);
    expect(valuesOf('backfill.tunedOverOurs')).toEqual([2]);
    expect(valuesOf('backfill.rssGrowthMiB')).toEqual([41]);
  });

  it('are judged by their bars, as they are and without rounding in their favour', () => {
    expect(missedOf(figures, false).map(({ key, value }) => [key, Number(value.toFixed(3))])).toEqual([
      ['backfill.loopOverOurs', 4.889],
      ['backfill.callsOverFloor', 1.063],
      ['backfill.secondsOverFloor', 1.667],
      ['backfill.rssGrowthMiB', 41],
    ]);
    expect(missedOf(figures, true)).toEqual([]);
  });

  it('give programs the worst of each key', () => {
    expect(worstOf(figures)).toMatchObject({
      'backfill.secondsOverFloor.none': 1.667,
      'backfill.tunedOverOurs': 2,
    });
  });

  it('keep a bar that is met to the point', () => {
    const figure = { key: 'one', at: 'here', value: 1.5 };
    expect(keeps({ ...figure, bar: { atMost: 1.5 } })).toBe(true);
    expect(keeps({ ...figure, value: 1.500_01, bar: { atMost: 1.5 } })).toBe(false);
    expect(keeps({ ...figure, bar: { atLeast: 1.6 } })).toBe(false);
    expect(keeps({ ...figure, bar: { exactly: 1 } })).toBe(false);
  });

  it('are drawn as one picture', () => {
    const chart = drawChart(
      { backfill: [sample('ours', 10, 2)], increment: null, fleet: [] },
      figures,
      '<x>',
    );
    expect(chart).toContain('&lt;x&gt;');
    expect(chart).toContain('prefers-color-scheme: dark');
    expect(chart.match(/class="missed"/g)).toHaveLength(4);
  });
});
