/** What the baselines read of QuickBooks' documents. They trust the answer to have it: nothing is checked. */
export interface QuickBooksDocument {
  Id: string;
  status?: string;
  DocNumber?: string;
  TxnDate: string;
  DueDate?: string;
  CustomerRef?: Ref;
  CurrencyRef: Ref;
  ExchangeRate?: number;
  PrivateNote?: string;
  Line: QuickBooksLine[];
  TxnTaxDetail?: { TotalTax?: number };
  TotalAmt: number;
  Balance?: number;
  MetaData: { CreateTime: string; LastUpdatedTime: string };
}

export interface QuickBooksLine {
  DetailType: string;
  Amount?: number;
  Description?: string;
  SalesItemLineDetail?: { ItemRef?: Ref; ClassRef?: Ref; TaxCodeRef?: Ref; Qty?: number; UnitPrice?: number };
  GroupLineDetail?: { GroupItemRef?: Ref; Quantity?: number; Line?: QuickBooksLine[] };
}

export interface Ref {
  value: string;
  name?: string;
}

export const ENTITIES = ['Invoice', 'SalesReceipt', 'CreditMemo'] as const;
export type Entity = (typeof ENTITIES)[number];

/** The documents of an entity in an answer, which leaves the key out when there are none. */
export type QueryResponse = Partial<Record<Entity, QuickBooksDocument[]>>;
