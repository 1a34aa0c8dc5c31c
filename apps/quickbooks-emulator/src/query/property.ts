import type { Comparable, PropertyKind } from './literal-value.ts';

/** A property that statements may name, and how to read it from a record. */
export interface Property<Record> {
  readonly name: string;
  readonly kind: PropertyKind;
  readonly read: (record: Record) => Comparable | undefined;
}

/** Records kept in the order of one property. */
export interface OrderedRecords<Record> {
  readonly size: number;
  at(position: number): Record;
  lowerBound(key: number): number;
}

/** What the query engine needs to know of an entity. */
export interface EntitySource<Record> {
  readonly entity: string;
  readonly properties: readonly Property<Record>[];
  /** The order of a statement without ORDERBY. */
  readonly defaultOrder: { readonly property: string; readonly isDescending: boolean };
  readonly hasTotalCount: boolean;
  /** All records in the order of a property, when they are kept so. */
  ordered(property: string): OrderedRecords<Record> | undefined;
  all(): OrderedRecords<Record>;
  byId(id: string): Record | undefined;
  /** Whether a record shows when the statement does not ask for a value of Active. */
  isListed(record: Record): boolean;
  render(record: Record): globalThis.Record<string, unknown>;
}
