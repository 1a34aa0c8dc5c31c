import { CURRENCY_PATTERN, DECIMAL_PATTERN } from '@sales-channels/contract';
import type { ProviderSale } from '../provider/provider-sale.ts';
import type { UnreadableDocument } from '../provider/provider.ts';
import type { ImportDecision } from './import-decision.ts';
import { decideImport } from './import-decision.ts';

const MAX_LINES = 20_000;

/** Decides on a document, or says why it cannot be stored, so that one document never stops the others. */
export function decideStorable(
  known: Parameters<typeof decideImport>[0],
  sale: ProviderSale,
  context: Parameters<typeof decideImport>[2],
): ImportDecision | UnreadableDocument {
  const reason = reasonAgainst(sale);
  if (reason !== null) return refuse(sale, reason);
  try {
    return decideImport(known, sale, context);
  } catch (error) {
    return refuse(sale, error instanceof Error ? error.message.slice(0, 200) : 'It cannot be stored.');
  }
}

/** What is stored has to fit into the database and into the API's answers, which are refused whole for one wrong field. */
function reasonAgainst({ lines, currency, ...sale }: ProviderSale): string | null {
  if (lines.length > MAX_LINES) return 'It has too many lines.';
  if (currency !== null && !CURRENCY_PATTERN.test(currency)) return 'Its currency is not one of ISO 4217.';
  const amounts = [sale.total, sale.balance, sale.tax, sale.discount, sale.shipping, sale.exchangeRate];
  for (const { amount, quantity, unitPrice } of lines) amounts.push(amount, quantity, unitPrice);
  return amounts.every((amount) => amount === null || DECIMAL_PATTERN.test(amount))
    ? null
    : 'An amount is not one that can be kept exactly.';
}

const refuse = ({ type, externalId, number, date }: ProviderSale, reason: string): UnreadableDocument => ({
  type,
  externalId,
  number,
  date,
  reason,
  place: null,
});
