import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFormat } from './create-format.ts';

const format = createFormat('en-US');
/** Intl puts a no-break space between a code and its amount. */
const plain = (text: string) => text.replaceAll(/\u00a0|\u202f/g, ' ');

describe('money', () => {
  it('F-11 writes decimals exactly that no float holds', () => {
    expect(format.amount('12345678901234567.89', 'USD')).toBe('12,345,678,901,234,567.89');
    expect(format.amount('0.1', 'USD')).toBe('0.10');
    expect(format.amount('1.005', 'USD')).toBe('1.005');
    expect(format.amount('1.50000', 'USD')).toBe('1.50');
  });

  it('N-07 has the digits of the currency', () => {
    expect(format.amount('74844', 'JPY')).toBe('74,844');
    expect(format.amount('1', 'KWD')).toBe('1.000');
  });

  it('N-04 uses a real minus', () => {
    expect(format.amount('-100.00', 'USD')).toBe('−100.00');
    expect(plain(format.money('-100.00', 'USD'))).toBe('−USD 100.00');
  });

  it('N-07 follows the locale', () => {
    expect(plain(createFormat('de-DE').money('84210.55', 'EUR'))).toBe('84.210,55 EUR');
  });
});

describe('dates', () => {
  afterEach(() => void vi.unstubAllEnvs());

  it.each(['Pacific/Honolulu', 'Pacific/Kiritimati', 'America/New_York'])(
    'O-02 is the same calendar date in %s',
    (zone) => {
      vi.stubEnv('TZ', zone);
      expect(createFormat('en-US').date('2026-03-08')).toBe('Mar 8, 2026');
      expect(createFormat('en-GB').date('2026-01-01')).toBe('1 Jan 2026');
    },
  );

  it('H-02 writes an instant with its zone', () => {
    expect(format.instant('2026-11-23T15:30:00Z')).toMatch(/Nov 2\d, 2026.*:30:00.*[A-Z]/);
  });
});

describe('how long ago', () => {
  const now = Date.parse('2026-11-23T15:30:00Z');
  const before = (seconds: number) => new Date(now - seconds * 1000).toISOString();

  it('H-02 names the largest unit that fits', () => {
    expect(format.ago(before(50), now)).toBe('1 min. ago');
    expect(format.ago(before(240), now)).toBe('4 min. ago');
    expect(format.ago(before(7200), now)).toBe('2 hr. ago');
    expect(format.ago(before(3 * 86_400), now)).toBe('3 days ago');
  });

  it('E-14 says how long until, in the same units', () => {
    expect(format.ahead(before(-7200), now)).toBe('in 2 hr.');
    expect(format.ahead(before(-50), now)).toBe('in 1 min.');
    expect(format.ahead(before(-20), now)).toBeNull();
    expect(format.ahead(before(60), now)).toBeNull();
  });

  it('says nothing of the last moments, and calls no clock that runs ahead the future', () => {
    expect(format.ago(before(10), now)).toBeNull();
    expect(format.ago(before(-3600), now)).toBeNull();
  });
});

describe('durations', () => {
  it('rounds to what matters', () => {
    expect(format.duration(5.2)).toBe('6 sec');
    expect(format.duration(0.2)).toBe('1 sec');
    expect(format.duration(95)).toBe('2 min');
    expect(format.duration(3700)).toBe('2 hr');
  });
});
