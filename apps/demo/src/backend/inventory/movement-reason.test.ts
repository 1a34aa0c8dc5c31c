import { describe, expect, it } from 'vitest';
import { movementReason } from './movement-reason.ts';

const sale = { type: 'invoice', state: 'active', voidReason: null, outOfRange: false } as const;

describe('movementReason', () => {
  it.each([
    ['sold', sale, false],
    ['returned', { ...sale, type: 'credit_memo' }, false],
    ['changed', sale, true],
    ['voided', { ...sale, state: 'voided', voidReason: 'voided_at_source' }, true],
    ['deleted', { ...sale, state: 'voided', voidReason: 'deleted_at_source' }, true],
    ['out_of_range', { ...sale, outOfRange: true }, true],
  ] as const)('is %s', (reason, changed, isKnown) => {
    expect(movementReason(changed, isKnown)).toBe(reason);
  });
});
