import type { Sale, SaleLine, SaleSummary } from '@sales-channels/contract';
import type { Types } from '../database.ts';
import { decimal, negateDecimal } from '../provider/money.ts';
import type { ProviderSale } from '../provider/provider-sale.ts';
import { toDecimal128 } from './decimal128.ts';
import type { SaleDocument, SaleLineDocument } from './sale.model.ts';

const storedOrNull = (value: string | null) => (value === null ? null : toDecimal128(value));
const shown = (value: Types.Decimal128): string => decimal(value.toString());
const shownOrNull = (value: Types.Decimal128 | null) => (value === null ? null : shown(value));

/** The fields of a stored sale that come from the provider's document. */
export function saleFields(sale: ProviderSale, homeCurrency: string) {
  return {
    type: sale.type,
    externalId: sale.externalId,
    number: sale.number,
    customerId: sale.customer?.externalId ?? null,
    customerName: sale.customer?.name ?? null,
    date: sale.date,
    dueDate: sale.dueDate,
    currency: sale.currency ?? homeCurrency,
    exchangeRate: storedOrNull(sale.exchangeRate),
    lines: sale.lines.map((line): SaleLineDocument => ({
      ...line,
      quantity: storedOrNull(line.quantity),
      unitPrice: storedOrNull(line.unitPrice),
      amount: toDecimal128(line.amount),
      match: null,
    })),
    discount: toDecimal128(sale.discount),
    shipping: toDecimal128(sale.shipping),
    tax: toDecimal128(sale.tax),
    total: toDecimal128(sale.type === 'credit_memo' ? negateDecimal(sale.total) : sale.total),
    balance: toDecimal128(sale.balance),
    note: sale.note,
    isAllZero: sale.isAllZero,
    providerCreatedAt: sale.createdAt,
  } satisfies Partial<SaleDocument>;
}

/** What of a sale is known elsewhere: names and links are not stored with it. */
export interface SaleNames {
  channelName(channelId: string): string;
  documentUrl(sale: Pick<SaleDocument, 'provider' | 'type' | 'externalId'>): string | null;
}

export const toSaleSummary = (sale: SaleDocument, names: SaleNames): SaleSummary => ({
  id: sale._id.toHexString(),
  channelId: sale.channelId.toHexString(),
  channelName: names.channelName(sale.channelId.toHexString()),
  source: sale.source,
  type: sale.type,
  number: sale.number,
  customerName: sale.customerName,
  date: sale.date,
  currency: sale.currency,
  total: shown(sale.total),
  balance: shown(sale.balance),
  state: sale.state,
  voidReason: sale.voidReason,
  outOfRange: sale.outOfRange,
});

export const toSale = (sale: SaleDocument, names: SaleNames): Sale => ({
  ...toSaleSummary(sale, names),
  realmId: sale.realmId,
  externalId: sale.externalId,
  externalUrl: names.documentUrl(sale),
  customerId: sale.customerId,
  dueDate: sale.dueDate,
  exchangeRate: shownOrNull(sale.exchangeRate),
  lines: sale.lines.map(toSaleLine),
  discount: shown(sale.discount),
  shipping: shown(sale.shipping),
  tax: shown(sale.tax),
  note: sale.note,
  voidNote: sale.voidNote ?? null,
  revision: sale.revision,
  providerCreatedAt: sale.providerCreatedAt?.toISOString() ?? null,
  providerUpdatedAt: sale.providerUpdatedAt?.toISOString() ?? null,
  importedAt: sale.importedAt.toISOString(),
  updatedAt: sale.updatedAt.toISOString(),
});

export const toSaleLine = (line: SaleLineDocument): SaleLine => ({
  ...line,
  quantity: shownOrNull(line.quantity),
  unitPrice: shownOrNull(line.unitPrice),
  amount: shown(line.amount),
});
