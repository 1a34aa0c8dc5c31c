import { z } from 'zod';
import { parseInstant } from '../data/instant.ts';
import { Amount } from './amount.ts';

/**
 * The part of QuickBooks' documents that is read. Documents grow fields without notice and leave out what is empty, so what only
 * describes may be missing or odd; identity, dates and money may not. Texts, references, amounts and instants, which are most of
 * a document, are read by one function each: schemas put together for them took a tenth of the time of a first sync.
 */
const Text = z.transform(textOf);
const Ref = z.transform((value: unknown) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { value: id, name } = value as Record<string, unknown>;
  return { value: textOf(id), name: textOf(name) };
});

const Instant = z.transform((value: unknown, context) => {
  const instant = parseInstant(value);
  if (instant) return instant;
  context.issues.push({ code: 'custom', message: 'not an instant', input: value });
  return z.NEVER;
});

const line = {
  DetailType: Text,
  Amount,
  Description: Text,
  SalesItemLineDetail: z
    .object({ ItemRef: Ref, ClassRef: Ref, TaxCodeRef: Ref, Qty: Amount, UnitPrice: Amount })
    .nullish(),
};
const bundle = { GroupItemRef: Ref, Quantity: Amount };
const InnerLineSchema = z.object({ ...line, GroupLineDetail: z.object(bundle).nullish() });
export const LineSchema = z.object({
  ...line,
  GroupLineDetail: z.object({ ...bundle, Line: z.array(InnerLineSchema).nullish() }).nullish(),
});
export type DocumentLine = z.output<typeof LineSchema>;

export const DocumentSchema = z.object({
  Id: z.string().min(1),
  status: Text,
  DocNumber: Text,
  TxnDate: z.iso.date(),
  DueDate: z.iso.date().nullish().catch(null),
  CustomerRef: Ref,
  CurrencyRef: Ref,
  ExchangeRate: Amount,
  PrivateNote: Text,
  Line: z.array(LineSchema).nullish(),
  TxnTaxDetail: z.object({ TotalTax: Amount }).nullish(),
  TotalAmt: Amount.refine((total) => total !== null, 'missing'),
  Balance: Amount,
  MetaData: z.object({ CreateTime: Instant, LastUpdatedTime: Instant }),
});

export interface DocumentHead {
  id: string | null;
  number: string | null;
  isDeleted: boolean;
  createdAt: Date | null;
  updatedAt: Date | null;
}

/** What can be told of any row, readable or not. Asked of every row of a page, therefore without a schema. */
export function readHead(row: unknown): DocumentHead {
  const fields = fieldsOf(row);
  const times = fieldsOf(fields['MetaData']);
  return {
    id: textOf(fields['Id']),
    number: textOf(fields['DocNumber']),
    isDeleted: fields['status'] === 'Deleted',
    createdAt: parseInstant(times['CreateTime']),
    updatedAt: parseInstant(times['LastUpdatedTime']),
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function textOf(value: unknown): string | null {
  return typeof value === 'string' || Number.isFinite(value) ? String(value) : null;
}

/** A row's own date, where it has one. */
export const readDate = (row: unknown): string | null =>
  z.iso.date().safeParse(fieldsOf(row)['TxnDate']).data ?? null;
