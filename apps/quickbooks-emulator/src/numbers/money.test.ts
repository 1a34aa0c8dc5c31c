import { describe, expect, it } from 'vitest';
import { extend, multiplyRounded, parseDecimal, toDecimalText, toJsonNumber } from './money.ts';

describe('money', () => {
  it('extends quantity and price to whole minor units, half a unit going up', () => {
    expect(extend(4500, 750_000, 2)).toBe(33_750);
    expect(extend(1000, 1_875, 2)).toBe(19);
    expect(extend(3000, 1_8750, 0)).toBe(6);
  });

  it('multiplies exactly where a double no longer can', () => {
    expect(multiplyRounded(9_007_199_254_740, 9_999_999, 10_000_000)).toBe(9_007_198_354_020);
    expect(multiplyRounded(-5, 1, 2)).toBe(-3);
  });

  it('prints every cent of a long range as JSON exactly as it prints it as text', () => {
    for (let cents = 99_999_900; cents < 100_000_100; cents += 1) {
      expect(toJsonNumber(cents, 2).toFixed(2)).toBe(toDecimalText(cents, 2));
    }
    expect(toDecimalText(-5, 2)).toBe('-0.05');
    expect(toDecimalText(1200, 0)).toBe('1200');
  });

  it('reads plain decimals that fit and nothing else', () => {
    expect(parseDecimal('18.50', 2)).toBe(1850);
    expect(parseDecimal('18.5000', 2)).toBe(1850);
    expect(parseDecimal('-3', 2)).toBe(-300);
    for (const text of ['18.505', '1e3', '', ' 1', '1,5', 'NaN'])
      expect(parseDecimal(text, 2)).toBeUndefined();
  });
});
