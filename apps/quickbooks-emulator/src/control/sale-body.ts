import { z } from 'zod';
import { catalogue } from '../catalogue.ts';
import type { Company } from '../company/company.ts';
import { describeCustomer, type Customer } from '../company/customers.ts';
import {
  percentScale,
  type Discount,
  type ItemLine,
  type Sale,
  type SaleLine,
  type SaleType,
} from '../company/sale.ts';
import { decimalsOf, extend, parseDecimal, priceScale, quantityScale } from '../numbers/money.ts';
import { parseDay } from '../time/calendar-day.ts';
import { ControlError } from './control-error.ts';

const decimal = z.union([z.string(), z.number()]).transform(String);

const lineBody = z.strictObject({
  /** Id or name of a product; a line with nothing but a description is a note. */
  item: z.union([z.string(), z.number()]).transform(String).optional(),
  description: z.string().max(4000).optional(),
  qty: decimal.optional(),
  unitPrice: decimal.optional(),
  amount: decimal.optional(),
  taxable: z.boolean().optional(),
});

export const saleBody = z.strictObject({
  txnDate: z
    .string()
    .refine((text) => parseDay(text) !== undefined, 'A date like 2026-01-31')
    .optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  customerName: z.string().min(1).max(100).nullable().optional(),
  docNumber: z.string().min(1).max(21).nullable().optional(),
  privateNote: z.string().max(4000).nullable().optional(),
  memo: z.string().max(1000).nullable().optional(),
  lines: z.array(lineBody).min(1).max(750).optional(),
  discountPercent: decimal.nullable().optional(),
  discountAmount: decimal.nullable().optional(),
  shipping: decimal.nullable().optional(),
  taxPercent: decimal.nullable().optional(),
});
export type SaleBody = z.output<typeof saleBody>;
type LineBody = z.output<typeof lineBody>;

/** The content of a document with the fields of a body put over it. */
export function applySaleBody(company: Company, base: Sale, body: SaleBody): Sale {
  const customer = body.customerName === undefined ? base.customer : customerOf(company, body);
  const currency = body.currency ?? customer?.currency ?? base.currency;
  const decimals = decimalsOf(currency);
  const money = (text: string | null | undefined, kept: number | undefined, name: string) =>
    typeof text === 'string' ? scaled(text, decimals, name) : nullable<number>(text, kept);
  const tax = body.taxPercent;
  return {
    ...base,
    customer,
    currency,
    docNumber: nullable(body.docNumber, base.docNumber),
    privateNote: nullable(body.privateNote, base.privateNote),
    memo: nullable(body.memo, base.memo),
    lines: body.lines?.map((line) => lineOf(line, decimals)) ?? base.lines,
    discount: discountOf(body, base.discount, decimals),
    shipping: money(body.shipping, base.shipping, 'shipping'),
    taxPercent:
      typeof tax === 'string'
        ? scaled(tax, percentScale, 'taxPercent')
        : nullable<number>(tax, base.taxPercent),
  };
}

/** Left out keeps what was there; null takes it away. */
const nullable = <T>(value: T | null | undefined, kept: T | undefined) =>
  value === undefined ? kept : (value ?? undefined);

/** What a document says before any field is given: one bracket, for the first customer billed in the currency. */
export function blankSale(
  company: Company,
  type: SaleType,
  body: SaleBody,
  docNumber: string,
  day: number,
): Sale {
  const currency = body.currency ?? company.homeCurrency;
  return {
    docNumber,
    customer: company.customers.find((customer) => customer.currency === currency),
    currency,
    lines: [lineOf({ item: '1', qty: '1' }, decimalsOf(currency))],
    discount: undefined,
    shipping: undefined,
    taxPercent: undefined,
    isTaxedAfterDiscount: true,
    dueDay: type === 'Invoice' ? day + 30 : undefined,
    memo: undefined,
    privateNote: undefined,
    paid: 0,
    linked: [],
    emailedAt: undefined,
  };
}

function customerOf(company: Company, body: SaleBody): Customer | undefined {
  if (body.customerName === null || body.customerName === undefined) return undefined;
  const wanted = body.customerName.toLowerCase();
  const known = company.customers.find(
    (each) =>
      each.name.toLowerCase() === wanted && (body.currency === undefined || each.currency === body.currency),
  );
  if (known) return known;
  const id = String(company.customers.length + 1);
  const created = describeCustomer(id, body.customerName, body.currency ?? company.homeCurrency);
  company.customers.push(created);
  return created;
}

function discountOf(body: SaleBody, kept: Discount | undefined, decimals: number): Discount | undefined {
  if (typeof body.discountPercent === 'string') {
    return { kind: 'percent', percent: scaled(body.discountPercent, percentScale, 'discountPercent') };
  }
  if (typeof body.discountAmount === 'string') {
    return { kind: 'fixed', amount: scaled(body.discountAmount, decimals, 'discountAmount') };
  }
  return body.discountPercent === null || body.discountAmount === null ? undefined : kept;
}

function lineOf(line: LineBody, decimals: number): SaleLine {
  const isPriced = line.qty !== undefined || line.unitPrice !== undefined || line.amount !== undefined;
  if (line.item === undefined && !isPriced) return { kind: 'note', text: line.description ?? '' };
  const wanted = (line.item ?? '1').toLowerCase();
  const item = catalogue.find((each) => each.id === wanted || each.name.toLowerCase() === wanted);
  if (!item) throw new ControlError(400, `There is no item ${line.item}.`);
  const quantity = scaled(line.qty ?? '1', quantityScale, 'qty');
  if (item.members) {
    const lines = item.members.map((member) =>
      itemLineOf(
        { ...line, item: member.itemId, unitPrice: undefined },
        member.quantity * quantity,
        decimals,
      ),
    );
    return { kind: 'bundle', itemId: item.id, itemName: item.name, quantity, outerAmount: 'sum', lines };
  }
  return itemLineOf({ ...line, item: item.id }, quantity, decimals);
}

function itemLineOf(line: LineBody & { item: string }, quantity: number, decimals: number): ItemLine {
  const item = catalogue[Number(line.item) - 1] as (typeof catalogue)[number];
  const isLump = line.amount !== undefined && line.qty === undefined && line.unitPrice === undefined;
  const unitPrice = scaled(line.unitPrice ?? item.unitPrice, priceScale, 'unitPrice');
  const amount =
    line.amount === undefined
      ? extend(quantity, unitPrice, decimals)
      : scaled(line.amount, decimals, 'amount');
  return {
    kind: 'item',
    itemId: item.id,
    itemName: item.name,
    description: line.description ?? item.description,
    quantity: isLump ? undefined : quantity,
    unitPrice: isLump ? undefined : unitPrice,
    amount,
    isTaxable: line.taxable ?? true,
  };
}

function scaled(text: string, decimals: number, name: string): number {
  const value = parseDecimal(text, decimals);
  if (value !== undefined && value >= 0) return value;
  throw new ControlError(
    400,
    `"${name}" must be a decimal of at least zero with at most ${decimals} decimals.`,
  );
}
