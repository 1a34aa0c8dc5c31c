import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { englishMessages } from './messages.ts';

const source = join(import.meta.dirname, '..');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/(^messages\/|^languages\/|\.(test|stories)\.)/.test(path))
  .map((path) => readFileSync(join(source, path), 'utf8'));

/** Whether some file that speaks of the group reads the word, as `group.word` or out of braces. */
function isUsed(group: string, word: string): boolean {
  const speaksOf = new RegExp(`\\b${group}\\b`);
  const reads = new RegExp(`(\\.|[{,]\\s*)${word}\\b`);
  return files.some((text) => speaksOf.test(text) && reads.test(text));
}

// Codes and ids look their words up, so nothing in the source spells them.
const LOOKED_UP = new Set(['problems']);

it('has no word that nothing shows', () => {
  const unused = Object.entries(englishMessages)
    .filter(([group]) => !LOOKED_UP.has(group))
    .flatMap(([group, words]) =>
      Object.keys(words)
        .filter((word) => !isUsed(group, word))
        .map((word) => `${group}.${word}`),
    );
  expect(unused).toEqual([]);
});

it('would tell of one', () => {
  expect(isUsed('channels', 'title')).toBe(true);
  expect(isUsed('channels', 'aWordThatNothingShows')).toBe(false);
});
