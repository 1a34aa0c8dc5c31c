/** What the pages are told of a business' inventory. Quantities are exact decimals as text. */
export interface Inventory {
  products: InventoryProduct[];
  movements: Movement[];
  builds: Build[];
  /** The company that item sync and exports would use; null without one. */
  company: { name: string; owner: 'northwind' | 'sales-channels' } | null;
  /** Sales that came from Sales Channels, voided ones included. */
  salesReceived: number;
}

export interface InventoryProduct {
  itemId: string;
  sku: string | null;
  name: string;
  unitPrice: string | null;
  opening: string;
  built: string;
  sold: string;
  onHand: string;
  level: 'in_stock' | 'low' | 'out';
  syncedAt: string | null;
}

export interface Movement {
  saleId: string;
  at: string;
  /** The sale's date. */
  date: string;
  number: string | null;
  reason: 'sold' | 'returned' | 'changed' | 'voided' | 'deleted' | 'out_of_range';
  /** What came to the shelf; negative for what left it. */
  changes: { product: string; quantity: string }[];
}

export interface Build {
  id: string;
  product: string;
  quantity: number;
  cost: string;
  madeAt: string;
  journalEntryId: string | null;
}
