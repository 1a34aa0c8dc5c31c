/** The kinds of document that count as sales. A credit memo is a negative sale of its own. */
export const SALE_TYPES = ['invoice', 'sales_receipt', 'credit_memo'] as const;
export type SaleType = (typeof SALE_TYPES)[number];

/**
 * A sale as the provider has it. Amounts are decimal strings exactly as sent (positive for credit memos too); a caller that
 * wants the effect on revenue applies the sign of the type.
 */
export interface ProviderSale {
  type: SaleType;
  externalId: string;
  /** What people call the document. Not unique, may be missing. */
  number: string | null;
  customer: { externalId: string | null; name: string } | null;
  /** Calendar date `YYYY-MM-DD`, as the books have it. */
  date: string;
  dueDate: string | null;
  /** ISO 4217; null where the company keeps a single currency and the document does not name it. */
  currency: string | null;
  /** Home currency per unit of the document's currency; null where the provider sends none. */
  exchangeRate: string | null;
  lines: ProviderSaleLine[];
  discount: string;
  shipping: string;
  tax: string;
  total: string;
  balance: string;
  note: string | null;
  /**
   * Total, balance and every amount and quantity are zero. A void in a language the provider does not mark looks like this;
   * together with an earlier revision that was not zero it means a void.
   */
  isAllZero: boolean;
  /** Zero throughout and marked as void by the provider itself. */
  isVoid: boolean;
  createdAt: Date;
  updatedAt: Date;
}

export interface ProviderSaleLine {
  /**
   * `item` lines are sold things; `description` lines are words between them, with an amount of `0`. A line of a kind
   * nobody knows is a description too and keeps its amount, so that lines still add up to the total.
   */
  kind: 'item' | 'description';
  itemId: string | null;
  itemName: string | null;
  description: string | null;
  quantity: string | null;
  unitPrice: string | null;
  amount: string;
  taxCode: string | null;
  className: string | null;
  /** The bundle the line was sold in. Its own amount is never added: the inner lines carry it. */
  group: { itemId: string; name: string | null } | null;
}
