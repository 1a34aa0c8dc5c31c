import { expect, it } from 'vitest';
import { nextActive } from './next-active.ts';

it.each([
  [-1, 1, 3, 0],
  [-1, -1, 3, 2],
  [0, 1, 3, 1],
  [2, 1, 3, 0],
  [0, -1, 3, 2],
  [0, 1, 1, 0],
  [0, 1, 0, -1],
] as const)('goes from option %i by %i of %i to %i', (active, step, count, next) => {
  expect(nextActive(active, step, count)).toBe(next);
});
