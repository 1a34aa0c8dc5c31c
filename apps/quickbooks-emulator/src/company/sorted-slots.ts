/** Slots of the document table kept in the order of a key that lives elsewhere; ties in slot order. */
export interface SortedSlots {
  readonly size: number;
  at(position: number): number;
  /** First position whose key is at least `key`. */
  lowerBound(key: number): number;
  /** Call after the key of the slot is set. */
  insert(slot: number): void;
  /** Call before the key of the slot changes. */
  remove(slot: number): void;
}

export function createSortedSlots(slots: Uint32Array, keyOf: (slot: number) => number): SortedSlots {
  let held = slots;
  let size = slots.length;

  const firstWhere = (isReached: (slot: number) => boolean) => {
    let low = 0;
    let high = size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isReached(held[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const positionOf = (slot: number) => {
    const key = keyOf(slot);
    return firstWhere((other) => keyOf(other) > key || (keyOf(other) === key && other >= slot));
  };

  return {
    get size() {
      return size;
    },
    at: (position) => held[position] as number,
    lowerBound: (key) => firstWhere((slot) => keyOf(slot) >= key),
    insert: (slot) => {
      if (size === held.length) {
        const larger = new Uint32Array(Math.max(64, Math.ceil(size * 1.5)));
        larger.set(held);
        held = larger;
      }
      const position = positionOf(slot);
      held.copyWithin(position + 1, position, size);
      held[position] = slot;
      size += 1;
    },
    remove: (slot) => {
      const position = positionOf(slot);
      if (held[position] !== slot || position >= size) return;
      held.copyWithin(position, position + 1, size);
      size -= 1;
    },
  };
}

/** Slots in the order of their keys, made by one sort of numbers. Keys must stay below 2^32 and slots below 2^20. */
export function sortSlots(slots: Uint32Array, keyOf: (slot: number) => number): Uint32Array {
  const scale = 2 ** 20;
  const packed = Float64Array.from(slots, (slot) => keyOf(slot) * scale + slot);
  packed.sort();
  return Uint32Array.from(packed, (value) => value % scale);
}
