import { rounded } from '../measures/median.ts';
import type { Figure } from './bars.ts';
import { describeBar, keeps } from './bars.ts';

/** Whether a figure tells of work and not of time: that is right on any size and any machine. */
const isExact = ({ bar }: Figure): boolean => bar !== null && 'exactly' in bar;

/** Those that miss their bar; of a short run only what does not depend on time is judged. */
export const missedOf = (figures: readonly Figure[], isShort: boolean): Figure[] =>
  figures.filter((figure) => !keeps(figure) && (!isShort || isExact(figure)));

export function figureLine(figure: Figure, isShort: boolean): string {
  const judged = figure.bar !== null && (!isShort || isExact(figure));
  const mark = !judged ? '    ' : keeps(figure) ? 'PASS' : 'FAIL';
  const bar = figure.bar === null ? '' : ` (${describeBar(figure)})`;
  const note = figure.note === undefined ? '' : `; ${figure.note}`;
  return `${mark} ${figure.key} = ${rounded(figure.value)}${bar}, ${figure.at}${note}`;
}

/** The worst value of each key, for the one line that is read by programs. */
export function worstOf(figures: readonly Figure[]): Record<string, number> {
  const worst: Record<string, number> = {};
  for (const { key, at, value, bar } of figures) {
    // Two bars under one key: told apart, or one could hide the other.
    const name =
      key === 'backfill.secondsOverFloor' ? `${key}.${at.endsWith('no latency') ? 'none' : 'service'}` : key;
    const other = worst[name];
    const isHigherBetter = bar !== null && 'atLeast' in bar;
    const pick = isHigherBetter ? Math.min : Math.max;
    worst[name] = other === undefined ? rounded(value) : pick(other, rounded(value));
  }
  return worst;
}
