import { expect, it } from 'vitest';
import { attemptFor } from './attempt.ts';

const body = {
  type: 'accounting',
  connectionId: 'con_1',
  initialSyncDate: '2026-01-01',
  startSync: true,
} as const;

it('C-06 keeps the key of the same wish and takes a new one for another', () => {
  const first = attemptFor(null, body);
  expect(attemptFor(first, { ...body })).toBe(first);
  const other = attemptFor(first, { ...body, initialSyncDate: '2026-02-01' });
  expect(other.idempotencyKey).not.toBe(first.idempotencyKey);
  expect(first.idempotencyKey).toMatch(/^[0-9a-f]{32}$/);
});
