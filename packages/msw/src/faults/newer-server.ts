/** Fields that hold one word of a list. */
const WORDS = new Set([
  'action',
  'cause',
  'kind',
  'ownership',
  'phase',
  'source',
  'state',
  'status',
  'trigger',
  'type',
  'voidReason',
]);
/** Fields that hold some words of a list. */
const LISTS = new Set(['attention', 'permissions']);
const NEW_WORD = 'of_a_newer_server';

/** The answer with words this client does not know. */
export const withUnknownWords = (answer: unknown): unknown =>
  mapObjects(answer, (entries) =>
    entries.map(([key, value]) => {
      if (WORDS.has(key) && typeof value === 'string') return [key, NEW_WORD];
      return [key, LISTS.has(key) && Array.isArray(value) ? [...value, NEW_WORD] : value];
    }),
  );

/** The answer with fields this client does not know. */
export const withExtraFields = (answer: unknown): unknown =>
  mapObjects(answer, (entries) => [...entries, ['addedLater', { since: '2.0', values: [1, null] }]]);

type Entries = [string, unknown][];

function mapObjects(value: unknown, change: (entries: Entries) => Entries): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
    key,
    mapObjects(item, change),
  ]);
  return Object.fromEntries(change(entries));
}
