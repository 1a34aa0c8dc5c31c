import { describe, expect, it } from 'vitest';
import { createRandom } from '../numbers/random.ts';
import { createSortedSlots, sortSlots } from './sorted-slots.ts';

describe('sorted slots', () => {
  it('stay sorted through insertions, moves and removals, ties by slot', () => {
    const random = createRandom(7);
    const keys = Array.from({ length: 400 }, () => random.between(0, 60));
    const held = new Set(Array.from({ length: 200 }, (_, slot) => slot));
    const sorted = createSortedSlots(
      sortSlots(Uint32Array.from(held), (slot) => keys[slot] ?? 0),
      (slot) => keys[slot] ?? 0,
    );
    const expected = () => [...held].sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
    for (let step = 0; step < 1500; step += 1) {
      const slot = random.between(0, 399);
      if (held.has(slot)) sorted.remove(slot);
      held.delete(slot);
      if (random.chance(0.7)) {
        keys[slot] = random.between(0, 60);
        sorted.insert(slot);
        held.add(slot);
      }
    }
    const actual = Array.from({ length: sorted.size }, (_, position) => sorted.at(position));
    expect(actual).toEqual(expected());
    for (let key = 0; key <= 61; key += 1) {
      expect(sorted.lowerBound(key)).toBe(expected().filter((slot) => (keys[slot] ?? 0) < key).length);
    }
  });
});
