import type { Timeline } from './generate-timeline.ts';
import type { Sale, SaleType } from './sale.ts';
import { saleTypes } from './sale.ts';
import { createSortedSlots, type SortedSlots, sortSlots } from './sorted-slots.ts';

export type DocumentState = 'active' | 'voided' | 'deleted';
const states: readonly DocumentState[] = ['active', 'voided', 'deleted'];

/** A document as it stands, without its lines. Times in epoch seconds, the date as a day number. */
export interface DocumentRow {
  readonly slot: number;
  readonly id: string;
  readonly type: SaleType;
  readonly state: DocumentState;
  readonly created: number;
  readonly updated: number;
  readonly txnDay: number;
  /** The latest date it ever had. */
  readonly latestTxnDay: number;
  readonly version: number;
}

export interface DocumentChange {
  readonly updated: number;
  readonly state?: DocumentState;
  readonly txnDay?: number;
  readonly isNewVersion: boolean;
  readonly sale?: Sale;
}

export interface DocumentTable {
  readonly size: number;
  row(slot: number): DocumentRow;
  created(slot: number): number;
  updated(slot: number): number;
  txnDay(slot: number): number;
  id(slot: number): number;
  slotOf(type: SaleType, id: string): number | undefined;
  /** What a document says: as seeded, or as last changed. */
  sale(slot: number): Sale;
  byCreated(type: SaleType): SortedSlots;
  byUpdated(type: SaleType): SortedSlots;
  byDeleted(type: SaleType): SortedSlots;
  /** Writes a whole document, at the end of the table when its slot is the size of it. */
  put(document: StoredDocument): void;
  change(slot: number, change: DocumentChange): void;
  /** What differs from the documents as seeded. */
  stored(): StoredDocument[];
  /** Puts back what `stored` gave, on a table seeded the same way. */
  restore(documents: readonly StoredDocument[]): void;
}

export interface StoredDocument extends DocumentRow {
  readonly sale: Sale;
}

/**
 * Seeded documents use every id of a block but the last, which belongs to the other transactions of the company.
 */
const block = 7;
const firstId = 201;
export const seededId = (slot: number) =>
  firstId + Math.floor(slot / (block - 1)) * block + (slot % (block - 1));
export const seededPaymentId = (slot: number) => firstId + Math.floor(slot / (block - 1)) * block + block - 1;

const column = <T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(values: T) => ({ values });

/** Columns for all documents, and sales only for those touched since the start: 300,000 documents take some 15 MiB. */
export function createDocumentTable(timeline: Timeline, generate: (slot: number) => Sale): DocumentTable {
  const seeded = timeline.types.length;
  let size = seeded;
  const types = column(timeline.types);
  const stateCodes = column(timeline.isVoided.slice());
  const created = column(timeline.created);
  const updated = column(timeline.updated);
  const txnDays = column(timeline.txnDays);
  const latestTxnDays = column(timeline.txnDays.slice());
  const versions = column(Uint16Array.from(timeline.isVoided));
  const columns = [types, stateCodes, created, updated, txnDays, latestTxnDays, versions];
  const touched = new Map<number, Sale>();
  const addedIds: number[] = [];
  const addedSlots = new Map<number, number>();

  const createdOf = (slot: number) => created.values[slot] as number;
  const updatedOf = (slot: number) => updated.values[slot] as number;
  const typeOf = (slot: number) => saleTypes[types.values[slot] as number] as SaleType;
  const idOf = (slot: number) => (slot < seeded ? seededId(slot) : (addedIds[slot - seeded] as number));

  const indexes = saleTypes.map((_, code) => {
    const slots = new Uint32Array(seeded);
    let count = 0;
    for (let slot = 0; slot < seeded; slot += 1) {
      if (timeline.types[slot] !== code) continue;
      slots[count] = slot;
      count += 1;
    }
    const own = slots.slice(0, count);
    return {
      byCreated: createSortedSlots(own, createdOf),
      byUpdated: createSortedSlots(sortSlots(own, updatedOf), updatedOf),
      byDeleted: createSortedSlots(new Uint32Array(0), updatedOf),
    };
  });
  const indexesOf = (type: SaleType) => indexes[saleTypes.indexOf(type)] as (typeof indexes)[number];

  const grow = () => {
    const length = Math.max(256, Math.ceil(size * 1.25));
    for (const each of columns) {
      const larger = new (each.values.constructor as new (length: number) => typeof each.values)(length);
      larger.set(each.values);
      each.values = larger as never;
    }
  };

  const seededSlotOf = (id: number) => {
    const offset = id - firstId;
    const slot = Math.floor(offset / block) * (block - 1) + (offset % block);
    return offset >= 0 && offset % block !== block - 1 && slot < seeded ? slot : undefined;
  };

  const rowOf = (slot: number): DocumentRow => ({
    slot,
    id: String(idOf(slot)),
    type: typeOf(slot),
    state: states[stateCodes.values[slot] as number] as DocumentState,
    created: createdOf(slot),
    updated: updatedOf(slot),
    txnDay: txnDays.values[slot] as number,
    latestTxnDay: latestTxnDays.values[slot] as number,
    version: versions.values[slot] as number,
  });
  const unindex = (slot: number) => {
    const { byCreated, byUpdated, byDeleted } = indexesOf(typeOf(slot));
    for (const index of [byCreated, byUpdated, byDeleted]) index.remove(slot);
  };
  const index = (slot: number) => {
    const { byCreated, byUpdated, byDeleted } = indexesOf(typeOf(slot));
    const isDeleted = rowOf(slot).state === 'deleted';
    for (const each of isDeleted ? [byDeleted] : [byCreated, byUpdated]) each.insert(slot);
  };
  /** Writes a whole row, at the end of the table when the slot is new. */
  const put = (row: DocumentRow, sale: Sale) => {
    const { slot } = row;
    if (slot < size) unindex(slot);
    else {
      if (slot === types.values.length) grow();
      size += 1;
      addedIds.push(Number(row.id));
      addedSlots.set(Number(row.id), slot);
    }
    touched.set(slot, sale);
    types.values[slot] = saleTypes.indexOf(row.type);
    stateCodes.values[slot] = states.indexOf(row.state);
    created.values[slot] = row.created;
    updated.values[slot] = row.updated;
    txnDays.values[slot] = row.txnDay;
    latestTxnDays.values[slot] = row.latestTxnDay;
    versions.values[slot] = row.version;
    index(slot);
  };

  return {
    get size() {
      return size;
    },
    row: rowOf,
    created: createdOf,
    updated: updatedOf,
    txnDay: (slot) => txnDays.values[slot] as number,
    id: idOf,
    slotOf: (type, text) => {
      if (!/^[1-9]\d{0,9}$/.test(text)) return undefined;
      const slot = addedSlots.get(Number(text)) ?? seededSlotOf(Number(text));
      return slot !== undefined && typeOf(slot) === type ? slot : undefined;
    },
    sale: (slot) => touched.get(slot) ?? generate(slot),
    byCreated: (type) => indexesOf(type).byCreated,
    byUpdated: (type) => indexesOf(type).byUpdated,
    byDeleted: (type) => indexesOf(type).byDeleted,
    put: ({ sale, ...row }) => put(row, sale),
    change: (slot, change) => {
      const row = rowOf(slot);
      const txnDay = change.txnDay ?? row.txnDay;
      put(
        {
          ...row,
          txnDay,
          updated: change.updated,
          state: change.state ?? row.state,
          latestTxnDay: Math.max(row.latestTxnDay, txnDay),
          version: row.version + (change.isNewVersion ? 1 : 0),
        },
        change.sale ?? touched.get(slot) ?? generate(slot),
      );
    },
    stored: () => [...touched].map(([slot, sale]) => ({ ...rowOf(slot), sale })),
    restore: (documents) => {
      const inOrder = [...documents].sort((left, right) => left.slot - right.slot);
      for (const { sale, ...row } of inOrder) put(row, sale);
    },
  };
}
