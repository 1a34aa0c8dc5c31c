import { mkdirSync, writeFileSync } from 'node:fs';
import { startBench } from './bench.ts';
import { measureBackfill } from './measures/backfill.ts';
import { measureFleet } from './measures/fleet.ts';
import { measureIncrement } from './measures/increment.ts';
import { MEASURES, readOptions } from './options.ts';
import { figuresOf, type Samples } from './report/bars.ts';
import { drawChart } from './report/chart.ts';
import { describeCommit, describeMachine } from './report/machine.ts';
import { figureLine, missedOf, worstOf } from './report/print-figures.ts';
import { SIDE_NAMES } from './sides/side.ts';

const options = readOptions(process.argv.slice(2));
if ('say' in options) {
  console.error(options.say);
  process.exit(options.isMistake ? 2 : 0);
}
const { only, isShort, profileIn: _profileIn, ...switches } = options;
const measuredAt = new Date();
const bench = await startBench(options, (line) => console.error(line));
const samples: Samples = { backfill: [], increment: null, fleet: [] };
let isFinished = false;
try {
  console.error(`Database: ${bench.engine}`);
  if (only.includes('backfill')) samples.backfill = await measureBackfill(bench);
  if (only.includes('increment')) samples.increment = await measureIncrement(bench);
  if (only.includes('fleet')) samples.fleet = await measureFleet(bench);
  isFinished = true;
} catch (error) {
  // What was measured before is told; parts that still run end with this process.
  console.error('The bench could not be finished.', error);
} finally {
  await bench.stop();
}

const figures = figuresOf(samples);
const missed = missedOf(figures, isShort);
const machine = describeMachine();
for (const figure of figures) console.error(figureLine(figure, isShort));

// A short or partial run must not pass for the whole.
const isWhole =
  isFinished && !isShort && only.length === MEASURES.length && switches.sides.length === SIDE_NAMES.length;
const name = isWhole ? 'sync' : 'sync.partial';
const results = new URL('../results/', import.meta.url);
mkdirSync(results, { recursive: true });
const report = {
  measuredAt: measuredAt.toISOString(),
  minutes: Math.round((Date.now() - measuredAt.getTime()) / 6000) / 10,
  ...describeCommit(),
  machine,
  database: bench.engine,
  switches: { ...switches, only, isShort },
  figures: figures.map((figure) => ({ ...figure, isKept: !missed.includes(figure) })),
  samples,
};
writeFileSync(new URL(`${name}.json`, results), `${JSON.stringify(report, null, 1)}\n`);
const subtitle = `${machine.processors} × ${machine.processor}, Node ${machine.node}, ${bench.engine}; medians`;
writeFileSync(new URL(`${name}.svg`, results), drawChart(samples, figures, subtitle));
console.log(JSON.stringify({ ...worstOf(figures), isFinished, missed: missed.map(({ key }) => key) }));
process.exit(isFinished && missed.length === 0 ? 0 : 1);
