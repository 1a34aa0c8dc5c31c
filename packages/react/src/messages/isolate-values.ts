type Word = string | ((...values: unknown[]) => string) | Words;
interface Words {
  readonly [name: string]: Word;
}

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** What a problem document carries to be read by people; the rest is for programs. */
const READ_OUT = ['title', 'detail', 'requiredPlan', 'companies'];

/**
 * The same words, in which every value that is put into a sentence keeps its own direction: a company's Latin name or an
 * amount with a minus does not change places with what stands beside it in a right-to-left sentence.
 */
export function isolateValues<W extends object>(words: W): W {
  return Object.fromEntries(
    Object.entries(words as Words).map(([name, word]) => [name, isolateWord(word)]),
  ) as W;
}

function isolateWord(word: Word): Word {
  if (typeof word === 'string') return word;
  if (typeof word === 'function') return (...values) => word(...values.map(isolateValue));
  return isolateValues(word);
}

function isolateValue(value: unknown): unknown {
  if (typeof value === 'string') return isolate(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, READ_OUT.includes(key) ? isolateParts(part) : part]),
  );
}

function isolateParts(part: unknown): unknown {
  if (typeof part === 'string') return isolate(part);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, isolateParts(value)]));
}

const isolate = (text: string): string => (text === '' ? text : FIRST_STRONG_ISOLATE + text + POP_ISOLATE);
