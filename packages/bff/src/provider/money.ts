import { Big } from 'big.js';

/** A decimal as a plain string, e.g. `-1204.50`: never a float, never an exponent. */
export type Decimal = string;

/**
 * The shortest exact decimal of a number or numeric string.
 * @throws RangeError when the value is not a finite number.
 */
export function decimal(value: number | string): Decimal {
  // A page holds some fifteen thousand amounts, and hardly any is written with an exponent.
  if (Number.isFinite(value)) {
    const text = String(value);
    if (!text.includes('e')) return text;
  }
  try {
    return new Big(value).toFixed();
  } catch {
    throw new RangeError(`Not a decimal number: ${String(value).slice(0, 40)}`);
  }
}

export function sumDecimals(values: Iterable<Decimal>): Decimal {
  let sum = new Big(0);
  for (const value of values) sum = sum.plus(value);
  return sum.toFixed();
}

export function negateDecimal(value: Decimal): Decimal {
  const big = new Big(value);
  return big.eq(0) ? '0' : big.times(-1).toFixed();
}

export function isZero(value: Decimal): boolean {
  return new Big(value).eq(0);
}
