import { describe, expect, it } from 'vitest';
import { createDecimalFormat } from './format-decimal.ts';

const { readDecimal } = createDecimalFormat('en-US');
const german = createDecimalFormat('de-DE');

describe('typed decimals', () => {
  it('M-04 reads what is typed as a plain decimal, digit for digit', () => {
    expect(readDecimal(' 1204.50 ')).toBe('1204.50');
    expect(readDecimal('.5')).toBe('0.5');
    expect(readDecimal('5.')).toBe('5');
    expect(readDecimal('-3')).toBe('-3');
    expect(readDecimal('12345678901.123456')).toBe('12345678901.123456');
  });

  it('N-07 takes the separator of the locale as well as a point, and the digits of the locale', () => {
    expect(german.readDecimal('1204,50')).toBe('1204.50');
    expect(german.readDecimal('1204.50')).toBe('1204.50');
    expect(createDecimalFormat('ar-EG').readDecimal('١٢٫٥')).toBe('12.5');
  });

  it('takes nothing that may be meant as thousands', () => {
    expect(readDecimal('1,234')).toBeNull();
    expect(readDecimal('1,234.50')).toBeNull();
    expect(german.readDecimal('1.234')).toBeNull();
    expect(german.readDecimal('1.234,50')).toBeNull();
  });

  it('takes no words, nothing, and no exponents', () => {
    expect(['', 'ten', '1e3', '--1', '1.2.3', '.'].map(readDecimal)).toEqual(Array(6).fill(null));
  });

  it('writes decimals so that they can be read again', () => {
    expect(german.decimal('1204.125')).toBe('1204,125');
    expect(german.readDecimal(german.decimal('1204.125'))).toBe('1204.125');
    expect(createDecimalFormat('en-US').decimal('12345678901234567.89')).toBe('12345678901234567.89');
  });

  it('names currencies', () => {
    expect(german.currencyName('JPY')).toBe('Japanischer Yen');
  });
});
