import type { ProviderSale, SaleType, UnreadableDocument } from '@sales-channels/bff/provider';
import { inSlices } from '@sales-channels/bff/provider';
import type { z } from 'zod';
import { isAllZero } from './all-zero.ts';
import { DocumentSchema, readDate, readHead } from './document.ts';
import { readLines } from './lines.ts';

export interface ReadSales {
  sales: ProviderSale[];
  unreadable: UnreadableDocument[];
}

/** Reads each row for itself: one that cannot be read is named, and the others stand. */
export async function readSales(type: SaleType, rows: readonly unknown[]): Promise<ReadSales> {
  const read: ReadSales = { sales: [], unreadable: [] };
  for await (const slice of inSlices(rows)) {
    for (const row of slice) {
      const sale = readSale(type, row);
      if ('reason' in sale) read.unreadable.push(sale);
      else read.sales.push(sale);
    }
  }
  return read;
}

function readSale(type: SaleType, row: unknown): ProviderSale | UnreadableDocument {
  const parsed = DocumentSchema.safeParse(row);
  if (!parsed.success) {
    const { id, number } = readHead(row);
    const issue = parsed.error.issues[0];
    const reason = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
    return { type, externalId: id, number, date: readDate(row), reason: reason.slice(0, 200), place: null };
  }
  const document = parsed.data;
  const allZero = isAllZero(document);
  const note = document.PrivateNote;
  return {
    type,
    externalId: document.Id,
    number: document.DocNumber,
    customer: readCustomer(document.CustomerRef),
    date: document.TxnDate,
    dueDate: document.DueDate ?? null,
    currency: document.CurrencyRef?.value ?? null,
    exchangeRate: document.ExchangeRate,
    ...readLines(document.Line ?? []),
    tax: document.TxnTaxDetail?.TotalTax ?? '0',
    total: document.TotalAmt ?? '0',
    balance: document.Balance ?? '0',
    note,
    isAllZero: allZero,
    isVoid: allZero && (/^voided\b/i.test(note ?? '') || document.status === 'Voided'),
    createdAt: document.MetaData.CreateTime,
    updatedAt: document.MetaData.LastUpdatedTime,
  };
}

function readCustomer(ref: z.output<typeof DocumentSchema>['CustomerRef']): ProviderSale['customer'] {
  const name = ref?.name ?? ref?.value;
  return name ? { externalId: ref?.value ?? null, name } : null;
}
