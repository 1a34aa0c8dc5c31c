import { z } from 'zod';
import { parseInstant } from '../data/instant.ts';
import { Amount } from './amount.ts';

/**
 * The part of QuickBooks' documents that is read. Documents grow fields without notice and leave out what is empty, so what only
 * describes may be missing or odd; identity, dates and money may not.
 */
const Text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const Ref = z.object({ value: Text, name: Text }).nullish().catch(null);

const Instant = z.unknown().transform((value, context) => {
  const instant = parseInstant(value);
  if (instant) return instant;
  context.addIssue({ code: 'custom', message: 'not an instant' });
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
    id: text(fields['Id']),
    number: text(fields['DocNumber']),
    isDeleted: fields['status'] === 'Deleted',
    createdAt: parseInstant(times['CreateTime']),
    updatedAt: parseInstant(times['LastUpdatedTime']),
  };
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/** A row's own date, where it has one. */
export const readDate = (row: unknown): string | null =>
  z.iso.date().safeParse(fieldsOf(row)['TxnDate']).data ?? null;
