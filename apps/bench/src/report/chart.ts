import type { BackfillSample } from '../measures/backfill.ts';
import { median, rounded } from '../measures/median.ts';
import type { SideName } from '../sides/side.ts';
import { SIDE_NAMES } from '../sides/side.ts';
import type { Figure, Samples } from './bars.ts';
import { describeBar, keeps } from './bars.ts';

const WIDTH = 860;
const LEFT = 250;
const RIGHT = 600;
const ROW = 24;

const TITLES: Readonly<Record<SideName, string>> = {
  ours: 'Sales Channels',
  floor: 'floor',
  tuned: 'node-quickbooks, tuned',
  tunedSideBySide: 'the same, side by side',
  loop: 'node-quickbooks, loop',
};

interface BarRow {
  label: string;
  value: number;
  isOurs: boolean;
}

/** What was measured as one picture, for light and dark pages. */
export function drawChart(samples: Samples, figures: readonly Figure[], subtitle: string): string {
  let y = 62;
  const parts: string[] = [];
  const heading = (text: string) => {
    y += 14;
    parts.push(`<text class="heading" x="20" y="${y}">${escape(text)}</text>`);
    y += 10;
  };
  const bars = (rows: readonly BarRow[], unit: string) => {
    const longest = Math.max(...rows.map(({ value }) => value));
    for (const { label, value, isOurs } of rows) {
      const width = Math.max(1, Math.round((value / longest) * (RIGHT - LEFT)));
      parts.push(
        `<text class="label" x="${LEFT - 10}" y="${y + 16}">${escape(label)}</text>`,
        `<rect class="${isOurs ? 'ours' : 'other'}" x="${LEFT}" y="${y + 4}" width="${width}" height="16" rx="2"/>`,
        `<text x="${LEFT + width + 8}" y="${y + 16}">${value.toLocaleString('en')} ${unit}</text>`,
      );
      y += ROW;
    }
    y += 14;
  };

  for (const [title, rows] of backfillRows(samples.backfill)) {
    heading(title);
    bars(rows, 's');
  }
  if (samples.fleet.length > 0) {
    heading('Many companies due at once, by worker processes');
    const workers = [...new Set(samples.fleet.map((each) => each.workers))].sort((one, other) => one - other);
    bars(
      workers.map((count) => ({
        label: `${count} ${count === 1 ? 'worker' : 'workers'}`,
        value: median(
          samples.fleet.filter((each) => each.workers === count).map((each) => each.documentsPerSecond),
        ),
        isOurs: true,
      })),
      'documents/s',
    );
  }
  heading('Every figure and its bar');
  for (const figure of figures) {
    y += ROW - 4;
    parts.push(
      `<text x="20" y="${y}">${escape(figure.key)}</text>`,
      `<text class="quiet" x="265" y="${y}">${escape(figure.at)}</text>`,
      `<text class="value" x="650" y="${y}">${figure.value.toLocaleString('en', { maximumFractionDigits: 3 })}</text>`,
      `<text class="quiet" x="670" y="${y}">${escape(describeBar(figure))}</text>`,
      `<text class="${keeps(figure) ? 'kept' : 'missed'}" x="790" y="${y}">${markOf(figure)}</text>`,
    );
  }
  y += 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" role="img" aria-label="What a sync takes, beside other ways to do it">
<style>${STYLE}</style>
<rect class="page" width="${WIDTH}" height="${y}"/>
<text class="title" x="20" y="30">What a sync takes</text>
<text class="quiet" x="20" y="50">${escape(subtitle)}</text>
${parts.join('\n')}
</svg>
`;
}

const STYLE = `
text { font: 13px system-ui, sans-serif; fill: #1f2933 }
.page { fill: #ffffff } .title { font-size: 18px; font-weight: 600 } .heading { font-weight: 600 }
.label, .value { text-anchor: end } .value { font-variant-numeric: tabular-nums }
.quiet { fill: #52606d } .ours { fill: #2563eb } .other { fill: #9aa5b1 } .kept { fill: #15803d } .missed { fill: #b91c1c; font-weight: 600 }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e7eb } .page { fill: #14181f } .quiet { fill: #9aa5b1 }
  .ours { fill: #6ea8fe } .other { fill: #52606d } .kept { fill: #4ade80 } .missed { fill: #f87171 }
}`;

const markOf = (figure: Figure): string => {
  if (figure.bar === null) return '';
  return keeps(figure) ? 'kept' : 'missed';
};

function backfillRows(samples: readonly BackfillSample[]): [title: string, rows: BarRow[]][] {
  const groups = new Map<string, BackfillSample[]>();
  for (const sample of samples) {
    const latency = sample.latency === 'none' ? 'no latency' : 'pages take 0.3 to 1.8 s';
    const title = `First sync of ${(3 * sample.documentsOfEachKind).toLocaleString('en')} documents, ${latency}`;
    groups.set(title, [...(groups.get(title) ?? []), sample]);
  }
  return [...groups].map(([title, group]) => [
    title,
    SIDE_NAMES.flatMap((side) => {
      const seconds = group.filter((each) => each.side === side).map((each) => each.seconds);
      if (seconds.length === 0) return [];
      return { label: TITLES[side], value: rounded(median(seconds), 1), isOurs: side === 'ours' };
    }),
  ]);
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
