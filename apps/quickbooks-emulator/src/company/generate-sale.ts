import { catalogue } from '../catalogue.ts';
import { decimalsOf, extend, parseDecimal, priceScale, quantityScale } from '../numbers/money.ts';
import { createRandom, mixSeeds, type Random } from '../numbers/random.ts';
import type { Customer } from './customers.ts';
import type { BundleLine, Discount, ItemLine, Sale, SaleLine, SaleType } from './sale.ts';
import { totalsOf } from './totals.ts';
import { voidedSale } from './voided-sale.ts';

/** What the documents of one company have in common. */
export interface SaleSetting {
  readonly seed: number;
  readonly homeCurrency: string;
  readonly isUnitedStates: boolean;
  readonly customers: readonly Customer[];
}

export interface SaleHead {
  readonly slot: number;
  readonly type: SaleType;
  readonly txnDay: number;
  readonly isVoided: boolean;
  /** Id of the payment that settles this document, when it is a settled invoice. */
  readonly paymentId: string;
}

const quantityUnit = 10 ** quantityScale;
const prices = catalogue.map((item) => parseDecimal(item.unitPrice, priceScale) ?? 0);
const singles = catalogue.filter((item) => item.type !== 'Group');
const bundles = catalogue.filter((item) => item.type === 'Group');
const notes = [
  'Please quote the order number on delivery.',
  'Packed in two cartons.',
  'Replaces the earlier offer.',
];
const memos = [
  'Thank you for your business.',
  'Payment by bank transfer, please.',
  'Goods as per drawing rev. C.',
];
const usTax = [82_500, 70_000, 97_500];
const otherTax = [200_000];

/** Writes the document of a slot; the same seed and slot always give the same one, so nothing need be kept. */
export function generateSale(setting: SaleSetting, head: SaleHead): Sale {
  const random = createRandom(mixSeeds(setting.seed, head.slot));
  const hasCustomer = head.type !== 'SalesReceipt' || !random.chance(0.06);
  const customer = hasCustomer ? random.pick(setting.customers) : undefined;
  const currency = customer?.currency ?? setting.homeCurrency;
  const lines = generateLines(random, currency, setting.homeCurrency);
  const draft: Sale = {
    docNumber: docNumberOf(random, head),
    customer,
    currency,
    lines,
    discount: generateDiscount(random, currency),
    shipping: random.chance(0.15) ? random.between(8, 90) * 10 ** decimalsOf(currency) : undefined,
    taxPercent: random.chance(0.45) ? random.pick(setting.isUnitedStates ? usTax : otherTax) : undefined,
    isTaxedAfterDiscount: random.chance(0.5),
    dueDay: head.type === 'Invoice' ? head.txnDay + random.pick([0, 15, 30, 60]) : undefined,
    memo: random.chance(0.3) ? random.pick(memos) : undefined,
    privateNote: random.chance(0.08) ? 'Checked by sales' : undefined,
    paid: 0,
    linked: [],
    emailedAt: undefined,
  };
  if (head.isVoided) return voidedSale(draft);
  return head.type === 'SalesReceipt' ? draft : settle(random, head, draft);
}

function settle(random: Random, head: SaleHead, draft: Sale): Sale {
  const { total } = totalsOf(head.type, draft);
  const kind = random.next();
  const paid = kind < 0.6 ? total : kind < 0.7 ? Math.floor(total / 2) : 0;
  if (paid === 0) return draft;
  return { ...draft, paid, linked: head.type === 'Invoice' ? [{ id: head.paymentId, type: 'Payment' }] : [] };
}

function docNumberOf(random: Random, head: SaleHead): string | undefined {
  if (random.chance(0.02)) return undefined;
  const number = 1001 + head.slot - (random.chance(0.01) ? 1 : 0);
  return head.type === 'CreditMemo' ? `CM-${number}` : String(number);
}

function generateDiscount(random: Random, currency: string): Discount | undefined {
  const kind = random.next();
  if (kind < 0.1) return { kind: 'percent', percent: random.pick([25_000, 50_000, 75_000, 100_000]) };
  if (kind < 0.16) return { kind: 'fixed', amount: random.between(1, 6) * 10 ** decimalsOf(currency) };
  return undefined;
}

function generateLines(random: Random, currency: string, homeCurrency: string): SaleLine[] {
  const count = random.pick([1, 1, 2, 2, 3, 4, 6]);
  const lines: SaleLine[] = [];
  for (let index = 0; index < count; index += 1) {
    const kind = random.next();
    if (kind < 0.08) lines.push(generateBundle(random, currency, homeCurrency));
    else if (kind < 0.14) lines.push(generateLump(random, currency));
    else lines.push(generateItem(random, currency, homeCurrency));
    if (random.chance(0.06)) lines.push({ kind: 'note', text: random.pick(notes) });
  }
  return lines;
}

function generateItem(random: Random, currency: string, homeCurrency: string): ItemLine {
  const item = random.pick(singles);
  const whole = random.between(1, largestQuantity(Number(item.unitPrice)));
  const quantity = item.type === 'Service' ? whole * 500 : whole * quantityUnit;
  return priceItem(item.id, quantity, currency, homeCurrency, random.chance(0.8));
}

/** Cheap parts sell by the hundred, gearboxes one or two at a time. */
function largestQuantity(unitPrice: number): number {
  if (unitPrice < 1) return 900;
  if (unitPrice < 50) return 24;
  return unitPrice < 500 ? 8 : 2;
}

function priceItem(
  itemId: string,
  quantity: number,
  currency: string,
  homeCurrency: string,
  isTaxable: boolean,
): ItemLine {
  const index = Number(itemId) - 1;
  const item = catalogue[index] as (typeof catalogue)[number];
  const unitPrice = convertPrice(prices[index] ?? 0, currency, homeCurrency);
  return {
    kind: 'item',
    itemId,
    itemName: item.name,
    description: item.description,
    quantity,
    unitPrice,
    amount: extend(quantity, unitPrice, decimalsOf(currency)),
    isTaxable,
  };
}

/** Yen prices are whole yen; other currencies keep the number of the home price. */
function convertPrice(price: number, currency: string, homeCurrency: string): number {
  if (currency !== 'JPY' || homeCurrency === 'JPY') return price;
  const unit = 10 ** priceScale;
  return Math.max(1, Math.round((price * 150) / unit)) * unit;
}

/** A charge without quantity or price, as a person may type it. */
function generateLump(random: Random, currency: string): ItemLine {
  const amount = random.between(20, 400) * 10 ** decimalsOf(currency);
  return {
    kind: 'item',
    itemId: '11',
    itemName: 'Installation',
    description: 'Commissioning, lump sum',
    quantity: undefined,
    unitPrice: undefined,
    amount,
    isTaxable: false,
  };
}

function generateBundle(random: Random, currency: string, homeCurrency: string): BundleLine {
  const bundle = random.pick(bundles);
  const count = random.between(1, 5);
  const isTaxable = random.chance(0.8);
  return {
    kind: 'bundle',
    itemId: bundle.id,
    itemName: bundle.name,
    quantity: count * quantityUnit,
    outerAmount: random.pick(['sum', 'zero', 'absent'] as const),
    lines: (bundle.members ?? []).map((member) =>
      priceItem(member.itemId, member.quantity * count * quantityUnit, currency, homeCurrency, isTaxable),
    ),
  };
}
