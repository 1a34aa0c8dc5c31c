import { describe, expect, it } from 'vitest';
import { Types } from '../database.ts';
import { toDecimal128 } from './decimal128.ts';

const bytesOf = (value: Types.Decimal128) => Buffer.from(value.bytes).toString('hex');

describe('toDecimal128', () => {
  const given = [
    '0',
    '-0',
    '0.00',
    '-0.00',
    '1',
    '-1',
    '10',
    '1.10',
    '0.0000001',
    '4294967296',
    '-4294967295.5',
  ];
  const long = [
    '999999999999999',
    '-99999999999999.9',
    '1234567890123456',
    '12345678901234567890.123456789',
    '1E+3',
  ];
  const many = Array.from({ length: 2000 }, (_, index) => {
    const digits = String((index * 7919) ** 2 % 10 ** 12).padStart(13, '0');
    const point = index % 13;
    return `${index % 3 === 0 ? '-' : ''}${digits.slice(0, point + 1)}${point < 12 ? `.${digits.slice(point + 1)}` : ''}`;
  });

  it("F-11 writes what the driver's own parser would, byte for byte", () => {
    for (const text of [...given, ...long, ...many])
      expect([text, bytesOf(toDecimal128(text))]).toEqual([text, bytesOf(Types.Decimal128.fromString(text))]);
  });

  it('refuses what is no number', () => {
    for (const text of ['', 'not a number', '1.2.3', '--1']) expect(() => toDecimal128(text)).toThrow();
  });
});
