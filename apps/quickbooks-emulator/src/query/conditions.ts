import { type Comparable, literalValue, type LiteralSetting } from './literal-value.ts';
import type { Condition, Operator } from './parse-query.ts';
import type { EntitySource, Property } from './property.ts';
import { QueryFault } from './query-fault.ts';

export interface Test<Record> {
  readonly property: Property<Record>;
  readonly operator: Operator;
  readonly values: readonly Comparable[];
  readonly accepts: (record: Record) => boolean;
}

export function findProperty<Record>(source: EntitySource<Record>, name: string): Property<Record> {
  const wanted = name.toLowerCase();
  const property = source.properties.find((each) => each.name.toLowerCase() === wanted);
  if (property) return property;
  throw new QueryFault(
    '4001',
    `QueryValidationError: Property ${name} not found for Entity ${source.entity}`,
  );
}

/** Turns a condition into a test of one record. */
export function createTest<Record>(
  source: EntitySource<Record>,
  condition: Condition,
  setting: LiteralSetting,
): Test<Record> {
  const property = findProperty(source, condition.property);
  const { operator } = condition;
  if (property.kind === 'id' && operator !== '=' && operator !== 'IN') {
    throw new QueryFault(
      '4001',
      `QueryValidationError: operator ${operator} is not supported for property Id`,
    );
  }
  if (operator === 'LIKE' && property.kind !== 'text') {
    throw new QueryFault(
      '4001',
      `QueryValidationError: operator LIKE is not supported for property ${property.name}`,
    );
  }
  const values = condition.values.map((value) => literalValue(value, property.kind, property.name, setting));
  return { property, operator, values, accepts: acceptor(property, operator, values) };
}

function acceptor<Record>(property: Property<Record>, operator: Operator, values: readonly Comparable[]) {
  const { read } = property;
  const [wanted] = values as [Comparable];
  if (operator === 'IN') {
    const accepted = new Set(values);
    return (record: Record) => accepted.has(read(record) ?? absentText);
  }
  if (operator === 'LIKE') {
    const pattern = likePattern(String(wanted));
    return (record: Record) => pattern.test(String(read(record) ?? ''));
  }
  if (operator === '=') return (record: Record) => (read(record) ?? absentText) === wanted;
  const compare = comparisons[operator];
  return (record: Record) => {
    const value = read(record);
    return value !== undefined && compare(value, wanted);
  };
}

/** How statements write null. */
const absentText = ' ';

const comparisons = {
  '<': (left: Comparable, right: Comparable) => left < right,
  '>': (left: Comparable, right: Comparable) => left > right,
  '<=': (left: Comparable, right: Comparable) => left <= right,
  '>=': (left: Comparable, right: Comparable) => left >= right,
};

function likePattern(text: string): RegExp {
  const parts = text.split('%').map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'is');
}
