import type { BackfillSample } from '../measures/backfill.ts';
import type { FleetSample } from '../measures/fleet.ts';
import type { IncrementSamples } from '../measures/increment.ts';
import { median, rounded } from '../measures/median.ts';
import type { LatencyName } from '../options.ts';
import type { SideName } from '../sides/side.ts';

export interface Figure {
  key: string;
  /** What it was measured on. */
  at: string;
  /** Not rounded, so that nothing is rounded past its bar. */
  value: number;
  /** What it has to keep; null where it is only told. */
  bar: { atMost: number } | { atLeast: number } | { exactly: number } | null;
  note?: string;
}

export interface Samples {
  backfill: BackfillSample[];
  increment: IncrementSamples | null;
  fleet: FleetSample[];
}

export const keeps = ({ value, bar }: Figure): boolean => {
  if (bar === null) return true;
  if ('atMost' in bar) return value <= bar.atMost;
  return 'atLeast' in bar ? value >= bar.atLeast : value === bar.exactly;
};

export function describeBar({ bar }: Figure): string {
  if (bar === null) return '';
  if ('atMost' in bar) return `at most ${bar.atMost}`;
  return 'atLeast' in bar ? `at least ${bar.atLeast}` : `exactly ${bar.exactly}`;
}

export const figuresOf = ({ backfill, increment, fleet }: Samples): Figure[] => [
  ...backfillFigures(backfill),
  ...(increment ? incrementFigures(increment) : []),
  ...fleetFigures(fleet),
];

const SECONDS_BARS: Record<LatencyName, number> = { none: 1.5, service: 1.15 };

function backfillFigures(samples: readonly BackfillSample[]): Figure[] {
  const figures: Figure[] = [];
  const of = (size: number, latency: LatencyName, side: SideName) =>
    samples.filter(
      (each) => each.documentsOfEachKind === size && each.latency === latency && each.side === side,
    );
  const secondsOf = (...at: Parameters<typeof of>) => median(of(...at).map(({ seconds }) => seconds));
  const sizes = [...new Set(samples.map(({ documentsOfEachKind }) => documentsOfEachKind))];
  for (const size of sizes) {
    const at = `${size.toLocaleString('en')} of each kind`;
    const ours = samples.filter((each) => each.documentsOfEachKind === size && each.side === 'ours');
    const calls = Math.max(...ours.map(({ meteredCalls }) => meteredCalls));
    figures.push({
      key: 'backfill.callsOverFloor',
      at,
      value: calls / (3 * Math.ceil(size / 1000)),
      // A handful of calls beside the pages weighs little from this size on.
      bar: size >= 100_000 ? { atMost: 1.06 } : null,
      note: `${calls} metered calls`,
    });
    for (const latency of ['none', 'service'] as const) {
      if (of(size, latency, 'ours').length === 0 || of(size, latency, 'floor').length === 0) continue;
      figures.push({
        key: 'backfill.secondsOverFloor',
        at: `${at}, ${latency === 'none' ? 'no latency' : "the service's latency"}`,
        value: secondsOf(size, latency, 'ours') / secondsOf(size, latency, 'floor'),
        bar: { atMost: SECONDS_BARS[latency] },
        note: `${secondsOf(size, latency, 'ours')} s over ${secondsOf(size, latency, 'floor')} s`,
      });
    }
    for (const [side, key, bar] of [
      ['loop', 'backfill.loopOverOurs', 5],
      ['tuned', 'backfill.tunedOverOurs', 1.5],
      ['tunedSideBySide', 'backfill.tunedSideBySideOverOurs', null],
    ] as const) {
      if (of(size, 'none', side).length === 0) continue;
      figures.push({
        key,
        at,
        value: secondsOf(size, 'none', side) / secondsOf(size, 'none', 'ours'),
        bar: bar && { atLeast: bar },
        note: `${secondsOf(size, 'none', side)} s over ${secondsOf(size, 'none', 'ours')} s`,
      });
    }
  }
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  if (sizes.length > 1) {
    const peakOf = (size: number) => median(of(size, 'none', 'ours').map(({ peakRssMiB }) => peakRssMiB));
    figures.push({
      key: 'backfill.rssGrowthMiB',
      at: `${small.toLocaleString('en')} to ${large.toLocaleString('en')} of each kind`,
      value: peakOf(large) - peakOf(small),
      bar: { atMost: 40 },
      note: `from ${peakOf(small)} to ${peakOf(large)} MiB`,
    });
  }
  return figures;
}

function incrementFigures({ idle, changes }: IncrementSamples): Figure[] {
  const sizes = [...new Set(idle.map(({ documentsOfEachKind }) => documentsOfEachKind))];
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  const stored = `${(3 * large).toLocaleString('en')} stored`;
  const idleOf = (size: number) =>
    median(idle.filter((each) => each.documentsOfEachKind === size).map(({ seconds }) => seconds));
  const changesOf = (side: string) =>
    median(changes.filter((each) => each.side === side).map(({ seconds }) => seconds));
  const count = changes[0]?.changes ?? 0;
  return [
    {
      key: 'increment.idleCalls',
      at: stored,
      value: Math.max(...idle.map(({ meteredCalls }) => meteredCalls)),
      bar: { exactly: 1 },
    },
    {
      key: 'increment.idleOverSmall',
      at: `${stored} over ${(3 * small).toLocaleString('en')}`,
      value: idleOf(large) / idleOf(small),
      bar: { atMost: 1.2 },
      note: `${idleOf(large)} s over ${idleOf(small)} s`,
    },
    {
      key: 'increment.changes900OverFloor',
      at: `${count} changes, ${stored}`,
      value: changesOf('ours') / changesOf('floor'),
      bar: { atMost: 1.6 },
      note: `${changesOf('ours')} s over ${changesOf('floor')} s`,
    },
  ];
}

const FLEET_KEYS: Readonly<Record<number, string>> = { 1: 'fleet.one', 2: 'fleet.two', 5: 'fleet.five' };

function fleetFigures(samples: readonly FleetSample[]): Figure[] {
  if (samples.length === 0) return [];
  const rateOf = (workers: number) =>
    median(
      samples.filter((each) => each.workers === workers).map(({ documentsPerSecond }) => documentsPerSecond),
    );
  const [{ realms, documentsOfEachRealm }] = samples as [FleetSample];
  const at = `${realms} realms of ${documentsOfEachRealm.toLocaleString('en')} documents`;
  const figures = [...new Set(samples.map(({ workers }) => workers))]
    .sort((left, right) => left - right)
    .map((workers): Figure => {
      const bounds = samples.filter((each) => each.workers === workers).map(({ bound }) => bound);
      return {
        key: FLEET_KEYS[workers] ?? `fleet.${workers}`,
        at,
        value: rateOf(workers),
        bar: null,
        note: `documents/s, ${rounded(rateOf(workers) / rateOf(1), 2)} times one worker's; bound by ${bounds[0]}`,
      };
    });
  return [
    ...figures,
    {
      key: 'fleet.realmsRunTwice',
      at,
      value: samples.reduce((sum, { realmsRunTwice }) => sum + realmsRunTwice, 0),
      bar: { exactly: 0 },
    },
  ];
}
