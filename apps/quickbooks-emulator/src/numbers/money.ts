/**
 * Money is an integer count of minor units (cents, yen); quantities are integer thousandths; unit prices are integer
 * ten-thousandths of the currency unit. Nothing is ever summed as a fraction.
 */
export const quantityScale = 3;
export const priceScale = 4;
const quantityAndPrice = 10 ** (quantityScale + priceScale);

const withoutDecimals = new Set(['JPY', 'KRW', 'CLP', 'ISK', 'VND']);

/** Decimals of a currency: 0 for yen, 2 for dollars. */
export function decimalsOf(currency: string): number {
  return withoutDecimals.has(currency) ? 0 : 2;
}

/** Half away from zero, on integers that may exceed what a double multiplies exactly. */
export function multiplyRounded(left: number, right: number, divisor: number): number {
  const product = left * right;
  if (Number.isSafeInteger(product) && Math.abs(product) < 2 ** 51) {
    const rest = Math.abs(product) % divisor;
    const whole = (Math.abs(product) - rest) / divisor;
    return Math.sign(product) * (rest * 2 >= divisor ? whole + 1 : whole);
  }
  const exact = BigInt(left) * BigInt(right);
  const size = exact < 0n ? -exact : exact;
  const rounded = (size * 2n + BigInt(divisor)) / (BigInt(divisor) * 2n);
  return Number(exact < 0n ? -rounded : rounded);
}

/** Amount in minor units of a quantity (thousandths) at a unit price (ten-thousandths). */
export function extend(quantity: number, unitPrice: number, decimals: number): number {
  return multiplyRounded(quantity, unitPrice, quantityAndPrice / 10 ** decimals);
}

/** The JSON number for an integer of 10^-decimals; dividing by a power of ten rounds to the nearest double, so it prints exactly. */
export function toJsonNumber(value: number, decimals: number): number {
  return decimals === 0 ? value : value / 10 ** decimals;
}

/** `36207` with 2 decimals is `362.07`. */
export function toDecimalText(value: number, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(Math.abs(value)).padStart(decimals + 1, '0');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The reverse; undefined when the text is no plain decimal or has more digits than the scale holds. */
export function parseDecimal(text: string, decimals: number): number | undefined {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match) return undefined;
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return undefined;
  const size = Number(`${match[2]}${fraction.padEnd(decimals, '0')}`);
  return Number.isSafeInteger(size) ? (match[1] === '-' ? -size : size) : undefined;
}
