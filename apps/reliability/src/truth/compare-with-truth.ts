import type { Truth } from '@sales-channels/quickbooks-emulator';
import type { History } from '../rig/company.ts';
import type { Facts } from './facts.ts';
import { factsOfSale, factsOfTruth } from './facts.ts';
import type { Change } from './read-feed.ts';

interface CompareOptions {
  truth: readonly Truth[];
  history: History;
  /** Everything that is stored of the company. */
  stored: readonly Change[];
  /** The initial sync date. */
  floor: string;
  /** Sales that were stored before, by key, and whether they were active then; added to. */
  seen: Map<string, Facts['state']>;
}

export interface Comparison {
  /** Sales that have to be there. */
  documents: number;
  /** In words; none when everything is as it should be and nothing is there that should not. */
  differences: string[];
}

/**
 * Compares what is stored of a company with the company, document by document: state, date, currency, total, sum of the lines,
 * balance, in or out of range. A void sale shows what it said while it was active; what was once stored never goes away.
 */
export function compareWithTruth({ truth, history, stored, floor, seen }: CompareOptions): Comparison {
  const differences: string[] = [];
  const sales = new Map<string, Facts>();
  for (const { sale } of stored) {
    const facts = factsOfSale(sale);
    if (sales.has(facts.key)) differences.push(`${facts.key} is there twice`);
    if (sale.outOfRange !== facts.date < floor)
      differences.push(`${facts.key} of ${facts.date} says out of range: ${sale.outOfRange}`);
    sales.set(facts.key, facts);
  }
  let documents = 0;
  for (const line of truth) {
    const facts = factsOfTruth(line);
    const sale = sales.get(facts.key);
    sales.delete(facts.key);
    const isDue = seen.has(facts.key) || (facts.state !== 'deleted' && facts.date >= floor);
    if (isDue) documents += 1;
    if (sale) {
      const difference = differenceOf(facts, sale, history.get(facts.key), seen.get(facts.key));
      if (difference !== null) differences.push(`${facts.key} ${difference}`);
      if (seen.get(facts.key) !== 'active') seen.set(facts.key, sale.state);
    } else if (isDue) differences.push(`${facts.key} is missing: ${JSON.stringify(facts)}`);
  }
  for (const key of sales.keys()) differences.push(`${key} is a sale nobody made`);
  return { documents, differences };
}

function differenceOf(
  truth: Facts,
  sale: Facts,
  past: ReadonlySet<string> = new Set(),
  before: Facts['state'] | undefined,
): string | null {
  const said = `is ${JSON.stringify(sale)}, should be ${JSON.stringify(truth)}`;
  if (sale.state !== truth.state || sale.currency !== truth.currency) return said;
  if (truth.state === 'active')
    return sale.date === truth.date && sale.amounts === truth.amounts && sale.balance === truth.balance
      ? null
      : said;
  // Nobody saw it active where it is imported as a void: it has the zeros a void leaves.
  const isZero = before !== 'active' && sale.amounts === truth.amounts;
  if (truth.state === 'voided') {
    const isKept = [...past].some((facts) => facts.endsWith(` ${sale.amounts}`));
    return sale.date === truth.date && (isKept || isZero) ? null : said;
  }
  // Between two looks it may have been edited and deleted: the edit is not to be seen any more.
  return past.has(`${sale.date} ${sale.amounts}`) || isZero ? null : said;
}
