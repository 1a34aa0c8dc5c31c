import type { Switches } from '../switches.ts';
import { createTest, findProperty, type Test } from './conditions.ts';
import type { Comparable } from './literal-value.ts';
import type { Query } from './parse-query.ts';
import { project } from './projection.ts';
import type { EntitySource, OrderedRecords } from './property.ts';
import { QueryFault } from './query-fault.ts';

export interface QuerySetting {
  /** Epoch seconds. */
  readonly now: number;
  readonly switches: Switches;
}

const defaultPage = 100;
const largestPage = 1000;

/** The QueryResponse of a statement. */
export function runQuery<Record>(
  source: EntitySource<Record>,
  query: Query,
  setting: QuerySetting,
): globalThis.Record<string, unknown> {
  const { switches, now } = setting;
  const literals = { now, offsetlessZone: switches.guessOffsetlessZone };
  const tests = query.conditions.map((condition) => createTest(source, condition, literals));
  if (!tests.some((test) => test.property.name === 'Active')) {
    tests.push(listedOnly(source));
  }
  if (typeof query.select !== 'string' && switches.guessProjections === 'fault') {
    throw new QueryFault('4000', 'QueryParserError: only SELECT * and SELECT COUNT(*) are supported');
  }
  const start = startOf(query, switches);
  const page = pageOf(query, switches);
  if (query.select === 'count') return { totalCount: countMatching(source, tests) };

  const matching = inOrder(source, query, tests);
  const records: Record[] = [];
  let seen = 0;
  for (const record of matching) {
    seen += 1;
    if (seen < start) continue;
    if (records.length < page) records.push(record);
    else if (switches.guessInvoiceTotalCount === 'page' || !source.hasTotalCount) break;
  }
  if (records.length === 0) return {};
  const rendered = records.map((record) => source.render(record));
  const counted = switches.guessInvoiceTotalCount === 'page' ? records.length : seen;
  return {
    [source.entity]:
      typeof query.select !== 'string'
        ? rendered.map((record) => project(record, query.select as readonly string[]))
        : rendered,
    startPosition: start,
    maxResults: records.length,
    ...(source.hasTotalCount && { totalCount: counted }),
  };
}

function startOf(query: Query, switches: Switches): number {
  const start = query.startPosition ?? 1;
  if (start > 0) return start;
  if (switches.guessStartPositionZero === 'one') return 1;
  throw new QueryFault('4001', 'QueryValidationError: value 0 is too small. Min allowed value is 1.');
}

function pageOf(query: Query, switches: Switches): number {
  const page = query.maxResults ?? defaultPage;
  if (page <= largestPage) return page;
  if (switches.guessMaxResultsOverCap === 'clamp') return largestPage;
  throw new QueryFault(
    '4001',
    `QueryValidationError: value ${page} is too large. Max allowed value is 1000.`,
  );
}

function listedOnly<Record>(source: EntitySource<Record>): Test<Record> {
  return {
    property: { name: 'Active', kind: 'boolean', read: (record) => source.isListed(record) },
    operator: '=',
    values: [true],
    accepts: (record) => source.isListed(record),
  };
}

function countMatching<Record>(source: EntitySource<Record>, tests: readonly Test<Record>[]): number {
  let count = 0;
  for (const _ of scan(source.all(), tests, false)) count += 1;
  return count;
}

function inOrder<Record>(
  source: EntitySource<Record>,
  query: Query,
  tests: readonly Test<Record>[],
): Iterable<Record> {
  const [order = source.defaultOrder, ...more] = query.order;
  const property = findProperty(source, order.property);
  const kept = source.ordered(property.name);
  const ids = tests.find((test) => test.property.kind === 'id');
  if (kept && !ids && more.length === 0) return scan(kept, tests, order.isDescending, property.name);

  const records = ids ? named(source, ids, tests) : [...scan(source.all(), tests, false)];
  const keys = query.order.length > 0 ? query.order : [source.defaultOrder];
  const sorters = keys.map((key) => ({
    read: sortKey(source, key.property),
    sign: key.isDescending ? -1 : 1,
  }));
  return records
    .map((record) => ({ record, values: sorters.map((sorter) => sorter.read(record)) }))
    .sort((left, right) => {
      for (const [index, sorter] of sorters.entries()) {
        const compared = compare(left.values[index], right.values[index]);
        if (compared !== 0) return compared * sorter.sign;
      }
      return 0;
    })
    .map((entry) => entry.record);
}

function sortKey<Record>(source: EntitySource<Record>, name: string) {
  const { kind, read } = findProperty(source, name);
  return kind === 'id' ? (record: Record) => Number(read(record)) : read;
}

function compare(left: Comparable | undefined, right: Comparable | undefined): number {
  if (left === right) return 0;
  if (left === undefined) return -1;
  if (right === undefined) return 1;
  return left < right ? -1 : 1;
}

/** Records named by an Id condition, found without a scan. */
function named<Record>(
  source: EntitySource<Record>,
  ids: Test<Record>,
  tests: readonly Test<Record>[],
): Record[] {
  const wanted = [...new Set(ids.values)].map((id) => source.byId(String(id)));
  return wanted.filter(
    (record): record is Record & NonNullable<unknown> =>
      record !== undefined && tests.every((test) => test.accepts(record)),
  );
}

/** Walks records in the order they are kept, starting where the bounds on that property allow. */
function* scan<Record>(
  records: OrderedRecords<Record>,
  tests: readonly Test<Record>[],
  isDescending: boolean,
  orderedBy?: string,
): Generator<Record> {
  let from = 0;
  let until = records.size;
  for (const test of tests) {
    if (test.property.name !== orderedBy) continue;
    const [bound] = test.values;
    if (typeof bound !== 'number') continue;
    const low = Math.floor(bound);
    if (test.operator === '>=' || test.operator === '>') from = Math.max(from, records.lowerBound(low));
    if (test.operator === '<=' || test.operator === '<') until = Math.min(until, records.lowerBound(low + 1));
  }
  for (let step = 0; step < until - from; step += 1) {
    const record = records.at(isDescending ? until - 1 - step : from + step);
    let isAccepted = true;
    for (const test of tests) {
      if (!test.accepts(record)) {
        isAccepted = false;
        break;
      }
    }
    if (isAccepted) yield record;
  }
}
