import type { ProviderSale } from '../provider/provider-sale.ts';
import type { UnreadableDocument } from '../provider/provider.ts';
import type { ImportDecision } from './import-decision.ts';
import { decideImport } from './import-decision.ts';

/** Characters of text in one document; the database takes 16 MB of it, its history of changes included. */
const MAX_TEXT = 2_000_000;
const MAX_LINES = 20_000;

/** Decides on a document, or says why it cannot be stored, so that one document never stops the others. */
export function decideStorable(
  known: Parameters<typeof decideImport>[0],
  sale: ProviderSale,
  context: Parameters<typeof decideImport>[2],
): ImportDecision | UnreadableDocument {
  const size = sale.lines.reduce(
    (sum, line) => sum + (line.description?.length ?? 0),
    sale.note?.length ?? 0,
  );
  if (sale.lines.length > MAX_LINES) return refuse(sale, 'It has too many lines.');
  if (size > MAX_TEXT) return refuse(sale, 'Its texts are too long.');
  try {
    return decideImport(known, sale, context);
  } catch (error) {
    return refuse(sale, error instanceof Error ? error.message.slice(0, 200) : 'It cannot be stored.');
  }
}

const refuse = ({ type, externalId, number, date }: ProviderSale, reason: string): UnreadableDocument => ({
  type,
  externalId,
  number,
  date,
  reason,
  place: null,
});
