import type { CreateManualSale, ManualSaleLine, Product, UpdateManualSale } from '@sales-channels/contract';
import { manualLineAmount, manualSaleTotal } from '@sales-channels/contract';
import { Types } from '../database.ts';
import type { SaleDocument, SaleLineDocument } from './sale.model.ts';

const stored = (value: string): Types.Decimal128 => Types.Decimal128.fromString(value);
const nothing = stored('0');
const orNull = (text: string | null | undefined): string | null => (text ? text : null);

/** What of a manual sale people can change, an empty text being none; what is left out stays. */
export function editedFields({ number, customerName, note }: UpdateManualSale) {
  return {
    ...(number !== undefined && { number: orNull(number) }),
    ...(customerName !== undefined && { customerName: orNull(customerName) }),
    ...(note !== undefined && { note: orNull(note) }),
  };
}

/** The fields of a sale as it was typed. It counts as paid: nobody would tell here when it is. */
export function manualSaleFields(input: CreateManualSale, products: ReadonlyMap<string, Product>) {
  const { date, currency, lines } = input;
  return {
    source: 'manual',
    type: 'manual_sale',
    provider: null,
    realmId: null,
    externalId: null,
    number: null,
    customerId: null,
    customerName: null,
    note: null,
    ...editedFields(input),
    date,
    dueDate: null,
    currency,
    exchangeRate: null,
    lines: lines.map((line) => lineFields(line, currency, products)),
    discount: nothing,
    shipping: nothing,
    tax: nothing,
    total: stored(manualSaleTotal(lines, currency)),
    balance: nothing,
    state: 'active',
    voidReason: null,
    outOfRange: false,
    isAllZero: false,
    contentHash: null,
    providerCreatedAt: null,
    providerUpdatedAt: null,
  } satisfies Partial<SaleDocument>;
}

function lineFields(
  line: ManualSaleLine,
  currency: string,
  products: ReadonlyMap<string, Product>,
): SaleLineDocument {
  const product = line.productId === undefined ? undefined : products.get(line.productId);
  return {
    kind: 'item',
    itemId: product?.id ?? null,
    itemName: product?.name ?? null,
    description: orNull(line.description),
    quantity: stored(line.quantity),
    unitPrice: stored(line.unitPrice),
    amount: stored(manualLineAmount(line, currency)),
    taxCode: null,
    className: null,
    group: null,
    match: product ? { status: 'matched', productId: product.id } : null,
  };
}
