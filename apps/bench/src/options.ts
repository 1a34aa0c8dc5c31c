import { parseArgs } from 'node:util';
import type { SideName } from './sides/side.ts';
import { SIDE_NAMES } from './sides/side.ts';

export const MEASURES = ['backfill', 'increment', 'fleet'] as const;
export type MeasureName = (typeof MEASURES)[number];
export const LATENCIES = ['none', 'service'] as const;
export type LatencyName = (typeof LATENCIES)[number];

export interface BenchOptions {
  /** Documents of each of the three kinds, one size after the other. */
  documents: readonly number[];
  /** Of each size, in the order of the sizes. */
  rounds: readonly number[];
  /** Of first syncs; what a missing side is compared with is not told. */
  sides: readonly SideName[];
  only: readonly MeasureName[];
  latencies: readonly LatencyName[];
  /** Above so many documents of each kind the loop of single upserts is left out: it takes too long. */
  skipLoopAbove: number;
  /** Stored documents of each kind of the small and of the large company that idle increments are measured on. */
  idle: readonly [small: number, large: number];
  idleRuns: number;
  changes: number;
  changesRounds: number;
  fleet: {
    realms: number;
    documents: number;
    pageMilliseconds: number;
    workers: readonly number[];
    rounds: number;
  };
  /** Sizes too small to judge times by: they show only that everything works. */
  isShort: boolean;
  /** Folder for processor profiles of our side; none unless given. */
  profileIn: string | undefined;
}

const help = `npm run bench:sync -- [options]

  --documents N,N        documents of each kind (10000,100000)
  --rounds N,N           rounds of each size, sides taking turns; the last number is for all further sizes (3)
  --changes-rounds N     rounds of increments with changes (5)
  --fleet-rounds N       rounds of the fleet (3)
  --only M,M             backfill, increment, fleet (all)
  --latency L,L          none, service (both)
  --sides S,S            of first syncs: ours, floor, tuned, tunedSideBySide, loop (all)
  --skip-loop-above N    leave out the loop and tunedSideBySide above N documents of each kind (10000)
  --fleet-realms N       companies that are due at once (200)
  --profile FOLDER       write processor profiles of our side there
  --short                everything once and small, in about a minute; times are not judged
`;

/** The options, or what to say instead of starting. */
export function readOptions(args: readonly string[]): BenchOptions | { say: string; isMistake: boolean } {
  try {
    return parseOptions(args) ?? { say: help, isMistake: false };
  } catch (error) {
    return { say: error instanceof Error ? error.message : String(error), isMistake: true };
  }
}

/** @throws Error when an option makes no sense. @returns undefined when help is asked for */
function parseOptions(args: readonly string[]): BenchOptions | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      documents: { type: 'string' },
      rounds: { type: 'string' },
      'changes-rounds': { type: 'string' },
      'fleet-rounds': { type: 'string' },
      sides: { type: 'string' },
      only: { type: 'string' },
      latency: { type: 'string' },
      'skip-loop-above': { type: 'string' },
      'fleet-realms': { type: 'string' },
      profile: { type: 'string' },
      short: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const isShort = values.short;
  const documents = list(values.documents ?? (isShort ? '1000' : '10000,100000')).map((each) =>
    whole(each, 'documents'),
  );
  const largest = Math.max(...documents);
  const rounds = list(values.rounds ?? (isShort ? '1' : '3')).map((each) => whole(each, 'rounds'));
  return {
    documents,
    rounds: documents.map((_, index) => rounds[index] ?? rounds.at(-1) ?? 1),
    sides: list(values.sides ?? SIDE_NAMES.join(',')).map((each) => oneOf(SIDE_NAMES, each, 'sides')),
    only: list(values.only ?? MEASURES.join(',')).map((each) => oneOf(MEASURES, each, 'only')),
    latencies: list(values.latency ?? (isShort ? 'none' : 'none,service')).map((each) =>
      oneOf(LATENCIES, each, 'latency'),
    ),
    skipLoopAbove: whole(values['skip-loop-above'] ?? '10000', 'skip-loop-above'),
    idle: isShort ? [Math.ceil(largest / 10), largest] : [1000, largest],
    idleRuns: isShort ? 3 : 15,
    changes: isShort ? 90 : 900,
    changesRounds: whole(values['changes-rounds'] ?? (isShort ? '1' : '5'), 'changes-rounds'),
    fleet: {
      realms: whole(values['fleet-realms'] ?? (isShort ? '8' : '200'), 'fleet-realms'),
      documents: isShort ? 100 : 1000,
      pageMilliseconds: isShort ? 50 : 300,
      workers: isShort ? [1, 2] : [1, 2, 5],
      rounds: whole(values['fleet-rounds'] ?? (isShort ? '1' : '3'), 'fleet-rounds'),
    },
    isShort,
    profileIn: values.profile,
  };
}

const list = (text: string): string[] => text.split(',').map((each) => each.trim());

function whole(text: string, name: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new RangeError(`--${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function oneOf<T extends string>(known: readonly T[], text: string, name: string): T {
  const found = known.find((each) => each === text);
  if (!found) throw new RangeError(`--${name} knows ${known.join(', ')}, not "${text}".`);
  return found;
}
