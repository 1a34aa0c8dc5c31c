import { Big } from 'big.js';
import { minorUnitsOf } from './minor-units.ts';

/**
 * The amount of a manual sale's line: quantity × unit price, half-up to the currency's smallest unit.
 * @throws RangeError when the currency is none, Error when a number is none.
 */
export function manualLineAmount(line: { quantity: string; unitPrice: string }, currency: string): string {
  const digits = minorUnitsOf(currency);
  if (digits === null) throw new RangeError(`${currency} is no currency.`);
  return new Big(line.quantity).times(line.unitPrice).round(digits, Big.roundHalfUp).toFixed(digits);
}

/** The total of a manual sale: its lines' amounts, each rounded by itself, added up. The same before and after saving. */
export function manualSaleTotal(
  lines: readonly { quantity: string; unitPrice: string }[],
  currency: string,
): string {
  const total = lines.reduce((sum, line) => sum.plus(manualLineAmount(line, currency)), new Big(0));
  return total.toFixed(minorUnitsOf(currency) ?? 0);
}
