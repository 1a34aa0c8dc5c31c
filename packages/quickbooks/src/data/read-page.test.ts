import type { PageCursor } from '@sales-channels/bff/provider';
import { describe, expect, test } from 'vitest';
import type { ApiClient } from '../http/api-client.ts';
import { ProviderError } from '@sales-channels/bff/provider';
import { readPage } from './read-page.ts';

interface Row {
  id: number;
  created: Date;
  updated: number;
}

const start = Date.parse('2026-03-08T09:59:00Z');
const access = { accessToken: 't', realmId: '1' };
const all = { type: 'invoice', where: [] } as const;

const systemFault = () => new ProviderError('unavailable', 'System failure', { providerCode: '10000' });

/** Understands the provider's own statements. Ties come newest edit first, as unordered lists do. */
function createTable(seconds: number[]) {
  let rows = seconds.map((second, index): Row => {
    return { id: index + 1, created: new Date(start + second * 1000), updated: index };
  });
  const statements: string[] = [];
  const poisoned = new Set<number>();
  const trouble = { code: '4002', isEverywhere: false };
  const client: ApiClient = (_access, { params }) => {
    const statement = params?.query ?? '';
    statements.push(statement);
    if (trouble.isEverywhere) return Promise.reject(systemFault());
    if (statement.includes('count(*)'))
      return Promise.resolve({
        body: { QueryResponse: { totalCount: rows.length } },
        serverTime: new Date(),
      });
    const bound = (operator: string) =>
      Date.parse(new RegExp(`CreateTime ${operator} '([^']+)'`).exec(statement)?.[1] ?? '');
    const position = Number(/startposition (\d+)/.exec(statement)?.[1]);
    const size = Number(/maxresults (\d+)/.exec(statement)?.[1]);
    const [from, to] = [bound('>='), bound('<')];
    const byId = statement.includes('orderby Id');
    const page = rows
      .filter(({ created }) => !(created.getTime() < from) && !(created.getTime() >= to))
      .sort((a, b) =>
        byId ? a.id - b.id : a.created.getTime() - b.created.getTime() || b.updated - a.updated,
      )
      .slice(position - 1, position - 1 + size);
    if (page.some(({ id }) => poisoned.has(id)))
      return Promise.reject(
        trouble.code === '10000'
          ? systemFault()
          : new ProviderError('poisoned', 'One document fails', { providerCode: '4002' }),
      );
    const found = page.map(({ id, created }) => {
      const local = new Date(created.getTime() - 7 * 3_600_000).toISOString().slice(0, 19);
      return { Id: String(id), MetaData: { CreateTime: `${local}-07:00` } };
    });
    const QueryResponse = found.length > 0 ? { Invoice: found, maxResults: found.length } : {};
    return Promise.resolve({ body: { QueryResponse }, serverTime: new Date() });
  };
  return {
    client,
    statements,
    poisoned,
    trouble,
    edit: (id: number) => {
      for (const row of rows) if (row.id === id) row.updated = Date.now() + id;
    },
    remove: (id: number) => {
      rows = rows.filter((row) => row.id !== id);
    },
  };
}

const odd: ApiClient = () =>
  Promise.resolve({ body: { QueryResponse: { Invoice: 5 } }, serverTime: new Date() });

async function walk(
  table: ReturnType<typeof createTable>,
  between: (page: number) => void = () => undefined,
  cursor: PageCursor | null = null,
  given = access,
) {
  const ids: string[] = [];
  const cursors: PageCursor[] = [];
  const holes: PageCursor[] = [];
  for (let page = 1; page < 200; page += 1) {
    const answer = await readPage(table.client, given, { ...all, ...(cursor && { cursor }) });
    holes.push(...answer.holes);
    ids.push(...answer.rows.map((row) => (row as { Id: string }).Id));
    cursor = answer.next && (JSON.parse(JSON.stringify(answer.next)) as PageCursor);
    if (!cursor) return { ids, cursors, holes };
    cursors.push(cursor);
    between(page);
  }
  throw new Error('The walk does not end');
}

const numbered = (count: number, secondOf: (index: number) => number) =>
  Array.from({ length: count }, (_, index) => secondOf(index));

describe('F-10 walking along the moment of creation', () => {
  test.each([0, 1, 999, 1000, 1001, 2500])('%i documents all arrive once', async (count) => {
    const table = createTable(numbered(count, (index) => index));
    const { ids } = await walk(table);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    expect(table.statements).toHaveLength(Math.floor(count / 1000) + 1);
  });

  test('ties over the page’s edge arrive once, and the statement always starts at position 1', async () => {
    const table = createTable(numbered(2500, (index) => Math.floor(index / 23)));
    const { ids } = await walk(table);
    expect(ids.toSorted((a, b) => Number(a) - Number(b))).toEqual(
      numbered(2500, (index) => index + 1).map(String),
    );
    expect(table.statements.every((statement) => statement.includes('startposition 1 '))).toBe(true);
  });

  test('one second of 2,500 between others is read inside that second', async () => {
    const table = createTable([
      ...numbered(700, (i) => i),
      ...numbered(2500, () => 900),
      ...numbered(700, (i) => 1000 + i),
    ]);
    const { ids, cursors } = await walk(table);
    expect(ids).toHaveLength(3900);
    expect(new Set(ids).size).toBe(3900);
    expect(JSON.stringify(cursors).length).toBeLessThan(2000);
    expect(table.statements).toHaveLength(5);
  });

  test.each([
    ['the first page is wholly of it', [...numbered(2500, () => 5), 900]],
    ['a page ends just after it begins', [...numbered(950, (i) => i), ...numbered(2500, () => 2000), 3000]],
    ['it ends with a page', [...numbered(300, (i) => i), ...numbered(700, () => 2000), 3000]],
  ])('a crowded second is delivered once where %s, which progress counts by', async (_where, seconds) => {
    const { ids } = await walk(createTable(seconds));
    expect(ids).toHaveLength(seconds.length);
    expect(new Set(ids).size).toBe(seconds.length);
  });

  test('fractions of a second that are kept but not shown lose nothing', async () => {
    const table = createTable([
      ...numbered(1500, (i) => i / 3),
      ...numbered(2500, (i) => 900 + i / 2500),
      ...numbered(30, (i) => 901 + i / 40),
    ]);
    expect(new Set((await walk(table)).ids).size).toBe(4030);
  });

  test('edits and deletes between pages make it miss nothing that is still there', async () => {
    const table = createTable([...numbered(1500, (i) => Math.floor(i / 7)), ...numbered(2500, () => 5000)]);
    const removed = new Set<string>();
    const { ids } = await walk(table, (page) => {
      for (let step = 0; step < 20; step += 1) table.edit(((page * 797 + step * 131) % 4000) + 1);
      if (page > 5) return;
      for (const id of [page * 3, 1500 + page * 5]) {
        table.remove(id);
        removed.add(String(id));
      }
    });
    const seen = new Set(ids);
    const missed = numbered(4000, (index) => index + 1)
      .map(String)
      .filter((id) => !seen.has(id) && !removed.has(id));
    expect(missed).toEqual([]);
  });
});

describe('E-10 a document that QuickBooks fails on', () => {
  /** What a walk brings that leaves out poisoned documents, and what it should. */
  async function walkAround(table: ReturnType<typeof createTable>, count: number, poisoned: number[]) {
    for (const id of poisoned) table.poisoned.add(id);
    const { ids, cursors, holes } = await walk(table);
    return {
      holes,
      arrived: [...new Set(ids)].map(Number).toSorted((a, b) => a - b),
      places: new Set(holes.map((hole) => JSON.stringify(hole))).size,
      isSmall: JSON.stringify(cursors).length < 60_000,
      expected: {
        arrived: numbered(count, (index) => index + 1).filter((id) => !poisoned.includes(id)),
        places: poisoned.length,
        isSmall: true,
      },
    };
  }

  test.each([
    ['the first', [1]],
    ['the last', [2600]],
    ['at the page’s edge', [1000, 1001]],
    ['in the middle', [777]],
    ['several side by side', [300, 301, 302, 303]],
    ['several far apart', [2, 500, 1500, 2599]],
  ])('stands alone: %s', async (_where, poisoned) => {
    for (const perSecond of [7, 1]) {
      const table = createTable(numbered(2600, (index) => Math.floor(index / perSecond)));
      const walked = await walkAround(table, 2600, poisoned);
      expect(walked).toMatchObject(walked.expected);
    }
  });

  test('stands alone inside a crowded second, and when all are alone in theirs', async () => {
    const crowded = createTable(numbered(2600, (index) => (index < 2500 ? 5 : index)));
    const few = createTable(numbered(9, (index) => index));
    for (const walked of [
      await walkAround(crowded, 2600, [3, 1800]),
      await walkAround(few, 9, [1, 9]),
      await walkAround(createTable([4]), 1, [1]),
    ])
      expect(walked).toMatchObject(walked.expected);
  });

  test('is met again at its place once it is well, with few statements', async () => {
    const table = createTable(numbered(2600, (index) => Math.floor(index / 7)));
    const [hole] = (await walkAround(table, 2600, [1203])).holes;
    const before = table.statements.length;
    expect((await walk(table, undefined, hole)).holes).toHaveLength(1);
    expect(table.statements.length - before).toBeLessThan(15);
    table.poisoned.clear();
    const again = await walk(table, undefined, hole);
    expect(again.ids).toContain('1203');
    expect(again.holes).toEqual([]);
    expect(again.ids.length).toBeLessThan(30);
  });

  test('is no longer searched where the service fails on everything', async () => {
    const table = createTable(numbered(300, (index) => index));
    for (let id = 1; id <= 300; id += 1) table.poisoned.add(id);
    await expect(walk(table)).rejects.toMatchObject({ code: 'unavailable' });
    expect(table.statements.length).toBeLessThan(80);
  });
});

test('E-10 one second in which QuickBooks fails on everything is no longer searched', async () => {
  const table = createTable(numbered(1300, () => 5));
  const next = { within: new Date(start + 5000).toISOString().replace('.000', ''), position: 1, last: '' };
  for (let id = 1; id <= 1300; id += 1) table.poisoned.add(id);
  await expect(walk(table, undefined, next)).rejects.toMatchObject({ code: 'unavailable' });
  expect(table.statements.length).toBeLessThan(80);
});

describe('E-10 a system fault, which may be that of one document or of all', () => {
  const blaming = { ...access, blamesDocument: true };

  test('is not blamed on a document before it has come again and again, at the start and at the end', async () => {
    const table = createTable(numbered(40, (index) => index));
    table.trouble.code = '10000';
    table.poisoned.add(17);
    const one = { after: '', seen: [], size: 1, at: 17 };
    for (const given of [all, { ...all, cursor: one }])
      await expect(readPage(table.client, access, given)).rejects.toMatchObject({ code: 'unavailable' });
    const { ids, holes } = await walk(table, undefined, null, blaming);
    expect(new Set(ids).size).toBe(39);
    expect(holes).toHaveLength(1);
  });

  test('is blamed on no document where QuickBooks does not even count', async () => {
    const table = createTable(numbered(40, (index) => index));
    table.trouble.isEverywhere = true;
    await expect(walk(table, undefined, null, blaming)).rejects.toMatchObject({ code: 'unavailable' });
    const one = { after: '', seen: [], size: 1, at: 17 };
    await expect(readPage(table.client, blaming, { ...all, cursor: one })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

test('a foreign cursor is refused', async () => {
  const table = createTable([]);
  await expect(readPage(table.client, access, { ...all, cursor: { page: 3 } })).rejects.toMatchObject({
    code: 'rejected',
  });
  expect(table.statements).toEqual([]);
});

test('an answer of another shape is not taken for an empty one', async () => {
  await expect(readPage(odd, access, all)).rejects.toMatchObject({ code: 'unavailable' });
});
