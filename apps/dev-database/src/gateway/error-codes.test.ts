import { expect, test } from 'vitest';
import { codeOfState, nameOfCode, unpackState } from './error-codes.ts';

/** As PostgreSQL's own macro packs five characters. */
function pack(state: string): number {
  return Array.from(Buffer.from(state)).reduce(
    (packed, byte, place) => packed | (((byte - 48) & 63) << (6 * place)),
    0,
  );
}

test.each(['M001C', '23505', '40001', 'M00F1', '00000'])('the packed %s unpacks to itself', (state) => {
  expect(unpackState(pack(state))).toBe(state);
});

test.each([
  ['M001C', 11000],
  ['23505', 11000],
  ['40001', 112],
  ['40P01', 112],
  ['55P03', 112],
  ['57014', 50],
])('%s is %i to a MongoDB client', (state, code) => {
  expect(codeOfState(state)).toBe(code);
});

test('an unknown failure of the extension differs from one of PostgreSQL', () => {
  expect(codeOfState('MZZZZ')).toBe(8);
  expect(codeOfState('XX000')).toBe(1);
});

test('a number MongoDB has no name for is its own name', () => {
  expect(nameOfCode(112)).toBe('WriteConflict');
  expect(nameOfCode(31254)).toBe('Location31254');
});
