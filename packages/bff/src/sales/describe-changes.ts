import type { Types } from '../database.ts';
import { decimal } from '../provider/money.ts';
import { cutText } from './cut-text.ts';
import type { SaleChange } from './revision.ts';
import type { SaleDocument, SaleLineDocument } from './sale.model.ts';

const MAX_CHANGES = 50;

const FIELDS = [
  'number',
  'customerName',
  'date',
  'dueDate',
  'currency',
  'exchangeRate',
  'total',
  'balance',
  'discount',
  'shipping',
  'tax',
  'note',
  'state',
  'voidNote',
  'outOfRange',
] as const satisfies readonly (keyof SaleDocument)[];

/**
 * What people would say differs between a sale as it is stored and what is about to be set on it: its fields, then its lines,
 * the first fifty. Texts are cut, as all revisions of a sale are kept with it.
 */
export function describeChanges(before: SaleDocument, set: Partial<SaleDocument>): SaleChange[] {
  const fields = FIELDS.filter((field) => field in set).map((field) => ({
    field,
    label: null,
    from: asText(before[field]),
    to: asText(set[field]),
  }));
  const lines = set.lines ? lineChanges(before.lines, set.lines) : [];
  return [...fields, ...lines]
    .filter(({ from, to }) => from !== to)
    .slice(0, MAX_CHANGES)
    .map(({ field, label, from, to }) => ({
      field,
      label: label && cutText(label),
      from: from && cutText(from),
      to: to && cutText(to),
    }));
}

/** Lines have no ids: equal ones are the same wherever they stand, the others go together when they are of one thing. */
function lineChanges(before: readonly SaleLineDocument[], after: readonly SaleLineDocument[]): SaleChange[] {
  const [contentsBefore, contentsAfter] = [before.map(contentOf), after.map(contentOf)];
  const gone = remainder(before, contentsBefore, contentsAfter);
  const come = remainder(after, contentsAfter, contentsBefore);
  // By their thing and the last first, so that each pair takes one step: a document may have ten thousand lines.
  const unpaired = new Map<string, SaleLineDocument[]>();
  for (const line of come.toReversed()) {
    const ofThing = unpaired.get(thingOf(line));
    if (ofThing) ofThing.push(line);
    else unpaired.set(thingOf(line), [line]);
  }
  const pairs = gone.map((from) => ({ from, to: unpaired.get(thingOf(from))?.pop() ?? null }));
  const paired = new Set(pairs.map(({ to }) => to));
  const added = come.filter((line) => !paired.has(line)).map((to) => ({ from: null, to }));
  const changes: SaleChange[] = [];
  for (const { from, to } of [...pairs, ...added]) {
    if (changes.length >= MAX_CHANGES) break;
    changes.push(...lineChange(from, to));
  }
  return changes;
}

function lineChange(from: SaleLineDocument | null, to: SaleLineDocument | null): SaleChange[] {
  const named = to ?? from;
  const label = named && (named.itemName ?? named.description);
  const change = (textOf: (line: SaleLineDocument) => string | null) => ({
    field: 'line',
    label,
    from: from && textOf(from),
    to: to && textOf(to),
  });
  const sold = change(soldText);
  if (!from || !to || sold.from !== sold.to) return [sold];
  // What was sold for how much is the same, so it is the amount or the words.
  return [
    change(({ amount }) => asText(amount)),
    change(({ description }) => description),
    change(({ taxCode }) => taxCode),
    change(({ className }) => className),
  ].filter((one) => one.from !== one.to);
}

/** What is left of some lines when each of the others has taken away one like it; both by what they say. */
function remainder(
  lines: readonly SaleLineDocument[],
  contents: readonly string[],
  others: readonly string[],
): SaleLineDocument[] {
  const counts = new Map<string, number>();
  for (const content of others) counts.set(content, (counts.get(content) ?? 0) + 1);
  return lines.filter((_line, index) => {
    const content = contents[index] ?? '';
    const count = counts.get(content) ?? 0;
    counts.set(content, count - 1);
    return count <= 0;
  });
}

const thingOf = (line: SaleLineDocument): string =>
  JSON.stringify([line.kind, line.itemId ?? line.itemName ?? line.description]);

const contentOf = (line: SaleLineDocument): string =>
  JSON.stringify([
    thingOf(line),
    line.itemName,
    soldText(line),
    asText(line.amount),
    line.description,
    line.taxCode,
    line.className,
  ]);

const soldText = ({ quantity, unitPrice, amount }: SaleLineDocument): string | null =>
  quantity && unitPrice ? `${asText(quantity)} × ${asText(unitPrice)}` : asText(amount);

function asText(value: string | boolean | Types.Decimal128 | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'object' ? decimal(value.toString()) : String(value);
}
