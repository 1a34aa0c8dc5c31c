import type { Customer } from './customers.ts';

export const saleTypes = ['Invoice', 'SalesReceipt', 'CreditMemo'] as const;
export type SaleType = (typeof saleTypes)[number];

/** A product, service or inner line of a bundle. Money in minor units; quantity and price as numbers/money.ts scales them. */
export interface ItemLine {
  readonly kind: 'item';
  readonly itemId: string;
  readonly itemName: string;
  readonly description: string | undefined;
  readonly quantity: number | undefined;
  readonly unitPrice: number | undefined;
  readonly amount: number;
  readonly isTaxable: boolean;
}

export interface BundleLine {
  readonly kind: 'bundle';
  readonly itemId: string;
  readonly itemName: string;
  readonly quantity: number;
  readonly outerAmount: 'sum' | 'zero' | 'absent';
  readonly lines: readonly ItemLine[];
}

export interface NoteLine {
  readonly kind: 'note';
  readonly text: string;
}

export type SaleLine = ItemLine | BundleLine | NoteLine;

/** Percentages are integer ten-thousandths of a per cent. */
export type Discount =
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'fixed'; readonly amount: number };

export const percentScale = 4;

export interface LinkedTransaction {
  readonly id: string;
  readonly type: 'Payment';
}

/** What a document says; its id, state, dates and version live in the document table. */
export interface Sale {
  readonly docNumber: string | undefined;
  readonly customer: Customer | undefined;
  readonly currency: string;
  readonly lines: readonly SaleLine[];
  readonly discount: Discount | undefined;
  readonly shipping: number | undefined;
  readonly taxPercent: number | undefined;
  readonly isTaxedAfterDiscount: boolean;
  readonly dueDay: number | undefined;
  readonly memo: string | undefined;
  readonly privateNote: string | undefined;
  readonly paid: number;
  readonly linked: readonly LinkedTransaction[];
  /** Epoch seconds of the last e-mail to the customer. */
  readonly emailedAt: number | undefined;
}
