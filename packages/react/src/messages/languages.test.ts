import { createProblem } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { arabic } from '../languages/ar.ts';
import { german } from '../languages/de.ts';
import { english } from '../languages/en.ts';
import { french } from '../languages/fr.ts';
import { describeProblem } from './describe-problem.ts';
import { mergeMessages } from './messages.ts';

type Leaf = string | ((...values: unknown[]) => string);

/** Every word by its path, e.g. `sales.columns.date`. */
function leavesOf(words: object, path = ''): [path: string, leaf: Leaf][] {
  return Object.entries(words as Record<string, Leaf | object>).flatMap(([name, word]) =>
    typeof word === 'object' ? leavesOf(word, `${path}${name}.`) : [[`${path}${name}`, word]],
  );
}

const NAMES = ['Ada', 'B-12', 'Nov 20', 'USD 5.00'];
const COUNTS = [0, 1, 2, 3, 11, 100];
const COUNTED = [
  'channelDetails.inAll',
  'channelDetails.calls',
  'channelDetails.notImported',
  'connectWizard.limit',
  'connectWizard.previewSales',
  'connectWizard.previewCalls',
  'connections.limit',
  'manualSale.productsFound',
  'sales.saleCount',
  'sync.doneSoFar',
  'sync.errors',
  'sync.fewer',
  'sync.more',
];
const PROBLEM = createProblem('prerequisite_missing', {
  detail: 'Connect a bank.',
  requiredPlan: 'Pro',
  limit: 3,
  companies: { connected: 'Acme', picked: 'Zenith', pickedRealmId: '987' },
});

/** What a word can come to: with values, without those that may be missing, and for some counts. */
function textsOf([path, leaf]: [string, Leaf]): string[] {
  if (typeof leaf === 'string') return [leaf];
  if (path.startsWith('problems.')) return [leaf(PROBLEM), leaf(null), leaf(createProblem('internal'))];
  if (COUNTED.includes(path)) return COUNTS.map((count) => leaf(count, String(count)));
  const isAction = path.startsWith('activity.actions.');
  return isAction ? [leaf(...NAMES), leaf('Ada', null)] : [leaf(...NAMES)];
}

/** The words that are the same in both. */
const SAME_AS_ENGLISH: Record<string, string[]> = { fr: ['Date', 'Type', 'Source', 'Active', 'Total'] };

const englishLeaves = leavesOf(english.messages);

describe.each([german, french, arabic])('$tag', (language) => {
  const leaves = leavesOf(language.messages);
  const byPath = new Map(leaves);

  it('N-07 has every word, of the kind the English one is of, and no other', () => {
    const kinds = (list: [string, Leaf][]) => list.map(([path, leaf]) => `${path}: ${typeof leaf}`).sort();
    // A word that needs no value may be a text where English has a function, so problems are compared by name.
    const withoutKind = (lines: string[]) =>
      lines.map((line) => (line.startsWith('problems.') ? line.split(':')[0] : line));
    expect(withoutKind(kinds(leaves))).toEqual(withoutKind(kinds(englishLeaves)));
  });

  it('says something everywhere, and nothing of what is not known', () => {
    const odd = leaves.flatMap(([path, leaf]) =>
      textsOf([path, leaf])
        // A German zero is a `null` too.
        .filter(
          (text) => /^\s*$|undefined|NaN|\[object/.test(text) || (leaf !== text && text.includes('null')),
        )
        .map((text) => `${path}: ${text}`),
    );
    expect(odd).toEqual([]);
  });

  it('says every value that the English sentence says', () => {
    const missing = englishLeaves
      .filter(([path, leaf]) => typeof leaf === 'function' && !COUNTED.includes(path))
      .flatMap(([path, leaf]) => {
        const own = textsOf([path, byPath.get(path) ?? ''])[0] ?? '';
        const said = textsOf([path, leaf])[0] ?? '';
        const values = path.startsWith('problems.') ? ['Pro', 'Acme', 'Zenith', '987', '3'] : NAMES;
        return values
          .filter((value) => said.includes(value) && !own.includes(value))
          .map((value) => `${path}: ${value}`);
      });
    expect(missing).toEqual([]);
  });

  it('is English only where a word is the same in both', () => {
    const sameWords = SAME_AS_ENGLISH[language.tag] ?? [];
    const same = englishLeaves.filter(
      ([path, leaf]) => typeof leaf === 'string' && byPath.get(path) === leaf,
    );
    expect(same.filter(([, leaf]) => !sameWords.includes(String(leaf)))).toEqual([]);
  });

  it('has the words of the host over it', () => {
    const merged = mergeMessages({ channels: { title: 'Sources' } }, language);
    expect(merged.channels.title).toBe('Sources');
    expect(merged.channels.connect).toBe(language.messages.channels.connect);
  });
});

describe.each([english, german, french, arabic])('$tag', (language) => {
  it('calls QuickBooks Online by its whole name', () => {
    const texts = leavesOf(language.messages).flatMap(textsOf);
    expect(texts.filter((text) => /\bQBO\b|QuickBooks(?! Online)/.test(text))).toEqual([]);
  });
});

describe('Arabic counts', () => {
  const words = new Map(leavesOf(arabic.messages));
  const say = (path: string, count: number) => {
    const leaf = words.get(path);
    return typeof leaf === 'function' ? leaf(count, '#') : '';
  };
  /** A feminine noun is the same after eleven and after a hundred. */
  const FEMININE = ['channelDetails.inAll', 'connectWizard.previewSales', 'sales.saleCount'];

  it.each(COUNTED)('N-07 has a form for none, one, two, a few and many of %s', (path) => {
    const [none, one, two, few, many, hundred] = COUNTS.map((count) => say(path, count));
    expect(new Set([none, one, two, few, hundred]).size).toBe(5);
    expect([few, many, hundred].every((text) => text?.includes('#'))).toBe(true);
    expect(many === hundred).toBe(FEMININE.includes(path));
  });

  it('are those of problems too', () => {
    const limit = (count: number) =>
      describeProblem(arabic.messages, createProblem('connection_limit_reached', { limit: count }));
    expect(new Set(COUNTS.map((count) => limit(count).replaceAll(/\d+/g, '#'))).size).toBe(6);
  });
});
