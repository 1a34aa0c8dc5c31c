import { expect, test } from 'vitest';
import { formatInstant, parseInstant } from './instant.ts';

test('O-03 instants are whole seconds in UTC, rounded down', () => {
  expect(formatInstant(new Date('2026-11-01T08:59:59.999Z'))).toBe('2026-11-01T08:59:59Z');
});

test('the hour that happens twice in autumn stays two hours', () => {
  const summer = parseInstant('2026-11-01T01:30:00-07:00');
  const winter = parseInstant('2026-11-01T01:10:00-08:00');
  expect(winter && summer && winter > summer).toBe(true);
});

test.each(['2026-11-01T01:30:00', '2026-11-01', 'soon', '2026-13-01T00:00:00Z', 5, null])(
  '%j is no instant',
  (text) => {
    expect(parseInstant(text)).toBeNull();
  },
);
