import type { Company } from './company.ts';
import type { Sale } from './sale.ts';
import { totalsOf } from './totals.ts';
import { voidedSale } from './voided-sale.ts';

/** A change that the document's state does not allow. */
export class ChangeRefused extends Error {
  override readonly name = 'ChangeRefused';
}

/** Puts another content and, if given, another date in place of what a document says. */
export function editDocument(company: Company, slot: number, sale: Sale, now: number, txnDay?: number): void {
  requireActive(company, slot);
  company.documents.change(slot, {
    updated: now,
    isNewVersion: true,
    sale,
    ...(txnDay !== undefined && { txnDay }),
  });
}

/** Applies a payment: the balance falls, the payment is linked, and the document counts as updated. */
export function payDocument(company: Company, slot: number, now: number, amount?: number): void {
  const row = requireActive(company, slot);
  if (row.type === 'SalesReceipt') throw new ChangeRefused('A sales receipt is paid when it is made.');
  const sale = company.documents.sale(slot);
  const { balance } = totalsOf(row.type, sale);
  const paid = amount ?? balance;
  if (paid <= 0 || paid > balance)
    throw new ChangeRefused('The payment must be above zero and at most the balance.');
  const payment = { id: String(company.takeTransactionId()), type: 'Payment' } as const;
  const linked = [...sale.linked, payment];
  company.documents.change(slot, {
    updated: now,
    isNewVersion: true,
    sale: { ...sale, paid: sale.paid + paid, linked },
  });
}

export function voidDocument(company: Company, slot: number, now: number): void {
  const row = company.documents.row(slot);
  if (row.state === 'deleted') throw new ChangeRefused('A deleted document cannot be voided.');
  const sale = voidedSale(company.documents.sale(slot));
  company.documents.change(slot, { updated: now, isNewVersion: true, state: 'voided', sale });
}

/** Gone for good: from now on only change sets tell of it. */
export function deleteDocument(company: Company, slot: number, now: number): void {
  if (company.documents.row(slot).state === 'deleted')
    throw new ChangeRefused('The document is deleted already.');
  company.documents.change(slot, { updated: now, isNewVersion: false, state: 'deleted' });
}

/** E-mailing updates a document without giving it a new version. */
export function emailDocument(company: Company, slot: number, now: number): void {
  requireActive(company, slot);
  const sale = { ...company.documents.sale(slot), emailedAt: now };
  company.documents.change(slot, { updated: now, isNewVersion: false, sale });
}

function requireActive(company: Company, slot: number) {
  const row = company.documents.row(slot);
  if (row.state !== 'active') throw new ChangeRefused(`The document is ${row.state}.`);
  return row;
}
