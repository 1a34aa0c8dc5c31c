import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';

const here = import.meta.dirname;
const page = readFileSync(join(here, 'behaviours.md'), 'utf8');

/** Test files by their path from this folder, as the page links to them; the checks of the API's suite are named in files of their own. */
const tests = new Map<string, string>();
for (const folder of ['../packages', '../apps']) {
  for (const entry of readdirSync(join(here, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (/(\.(test|stories)\.tsx?|-checks\.ts)$/.test(path) && !path.includes('node_modules'))
      tests.set(relative(here, path), readFileSync(path, 'utf8'));
  }
}

interface Behaviour {
  id: string;
  mark: 'built' | 'partly' | 'planned';
  text: string;
}

const lines = page.split(/\n(?=- |\n)/).map((line) => line.trim().replaceAll(/\s+/g, ' '));
const behaviours = lines.flatMap((line): Behaviour[] => {
  const [, id, mark, text] = /^- \*\*([A-Z]-\d{2})\*\* `(built|partly|planned)` (.+)$/.exec(line) ?? [];
  return id && mark && text ? [{ id, mark: mark as Behaviour['mark'], text }] : [];
});

/** The ids of titles: of quoted text that begins with one. Rows of `each` are titles as well. */
const tested = new Map<string, string>();
for (const [file, source] of tests) {
  for (const [title] of source.matchAll(/(?<=(['"`]))[A-Z]-\d{2} (?:(?!\1).)+/g))
    for (const [id] of title.matchAll(/\b[A-Z]-\d{2}\b/g)) tested.set(id, file);
}

it('every line with an id has a mark, and ids go up one by one', () => {
  expect(behaviours).toHaveLength(lines.filter((line) => line.startsWith('- **')).length);
  for (const [index, { id }] of behaviours.entries()) {
    const [letter = '', number = ''] = id.split('-');
    const before = behaviours[index - 1]?.id ?? '';
    const first = letter === 'J' ? 0 : 1;
    const expected = before.startsWith(letter) ? Number(before.slice(2)) + 1 : first;
    expect(Number(number), `${id} after ${before}`).toBe(expected);
  }
});

it('no test names a behaviour that is not on the page', () => {
  const known = new Set(behaviours.map(({ id }) => id));
  const unknown = [...tested].filter(([id]) => !known.has(id)).map(([id, file]) => `${id} in ${file}`);
  expect(unknown).toEqual([]);
});

it('whatever is marked built has a test and nothing missing', () => {
  const built = behaviours.filter(({ mark }) => mark === 'built');
  expect(built.filter(({ id }) => !tested.has(id)).map(({ id }) => id)).toEqual([]);
  expect(built.filter(({ text }) => text.includes('Missing:')).map(({ id }) => id)).toEqual([]);
});

it('links to tests lead to one', () => {
  const links = [...page.matchAll(/\]\((\.\.[^)]+)\)/g)].map(([, target]) => target ?? '');
  expect(links).not.toHaveLength(0);
  expect(links.filter((target) => !tests.has(target))).toEqual([]);
});
