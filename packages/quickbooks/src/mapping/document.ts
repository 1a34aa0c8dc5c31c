import { z } from 'zod';
import { parseInstant } from '../data/instant.ts';
import { Amount } from './amount.ts';

/**
 * The part of QuickBooks' documents that is read. Documents grow fields without notice and leave out what is empty, so what only
 * describes may be missing or odd; identity, dates and money may not.
 */
const Text = z.union([z.string(), z.number()]).transform(String).nullish().catch(null);
const Ref = z.looseObject({ value: Text, name: Text }).nullish().catch(null);

const Instant = z.unknown().transform((value, context) => {
  const instant = parseInstant(value);
  if (instant) return instant;
  context.addIssue({ code: 'custom', message: 'not an instant' });
  return z.NEVER;
});

export const LineSchema = z.looseObject({
  DetailType: Text,
  Amount,
  Description: Text,
  SalesItemLineDetail: z
    .looseObject({ ItemRef: Ref, ClassRef: Ref, TaxCodeRef: Ref, Qty: Amount, UnitPrice: Amount })
    .nullish(),
  GroupLineDetail: z
    .looseObject({
      GroupItemRef: Ref,
      Quantity: Amount,
      get Line() {
        return z.array(LineSchema).nullish();
      },
    })
    .nullish(),
});
export type DocumentLine = z.output<typeof LineSchema>;

export const DocumentSchema = z.looseObject({
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
  TxnTaxDetail: z.looseObject({ TotalTax: Amount }).nullish(),
  TotalAmt: Amount.refine((total) => total !== null, 'missing'),
  Balance: Amount,
  MetaData: z.looseObject({ CreateTime: Instant, LastUpdatedTime: Instant }),
});

/** What can be told of any row, readable or not. */
const HeadSchema = z.looseObject({
  Id: Text,
  DocNumber: Text,
  TxnDate: z.iso.date().nullish().catch(null),
  status: Text,
  MetaData: z.looseObject({ CreateTime: Text, LastUpdatedTime: Text }).nullish().catch(null),
});

export interface DocumentHead {
  id: string | null;
  number: string | null;
  date: string | null;
  isDeleted: boolean;
  createdAt: Date | null;
  updatedAt: Date | null;
}

export function readHead(row: unknown): DocumentHead {
  const head = HeadSchema.safeParse(row).data;
  return {
    id: head?.Id ?? null,
    number: head?.DocNumber ?? null,
    date: head?.TxnDate ?? null,
    isDeleted: head?.status === 'Deleted',
    createdAt: parseInstant(head?.MetaData?.CreateTime),
    updatedAt: parseInstant(head?.MetaData?.LastUpdatedTime),
  };
}
