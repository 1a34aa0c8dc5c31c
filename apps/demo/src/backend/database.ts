import type { Collection, Db, Decimal128, MongoClient } from 'mongodb';
import type { Plan } from './account/businesses.ts';
import type { Quantities } from './inventory/sold-quantities.ts';
import type { MovementReason } from './inventory/movement-reason.ts';

export interface ProductRecord {
  /** `{businessId}:{itemId}` */
  _id: string;
  businessId: string;
  /** What the accounting system calls it. */
  itemId: string;
  sku: string | null;
  name: string;
  unitPrice: string | null;
  opening: Decimal128;
  reorderAt: number;
  syncedAt: Date | null;
}

export interface SoldRecord {
  /** `{businessId}:{itemId}` */
  _id: string;
  businessId: string;
  sold: Decimal128;
}

/** What a sale has taken from stock so far, so that applying it again takes nothing twice. */
export interface AppliedSaleRecord {
  /** The sale's id at Sales Channels. */
  _id: string;
  businessId: string;
  sequence: number;
  number: string | null;
  type: string;
  date: string;
  quantities: Quantities;
  /** Changes of stock, oldest first; missing, with `movedAt`, while there were none. */
  movements?: { at: Date; reason: MovementReason; deltas: Quantities }[];
  movedAt?: Date;
}

export interface FeedRecord {
  /** The business. */
  _id: string;
  /** Null before the first page. */
  cursor: string | null;
}

export interface BuildRecord {
  _id: string;
  businessId: string;
  itemId: string;
  quantity: number;
  cost: string;
  madeAt: Date;
  /** The journal entry in the accounting system; null until exported. */
  journalEntryId: string | null;
}

export interface TokenRecord {
  /** The business. */
  _id: string;
  realmId: string;
  companyName: string;
  homeCurrency: string | null;
  accessToken: string;
  accessExpiresAt: Date;
  refreshToken: string;
  status: 'connected' | 'reconnect_required';
}

/** Something Sales Channels told this backend while no page need have been open. */
export interface NoticeRecord {
  /** Given by the sender, so that being told twice is being told once. */
  _id: string;
  businessId: string;
  type: string;
  companyName: string;
  at: Date;
}

export interface Database {
  name: string;
  client: MongoClient;
  plans: Collection<{ _id: string; plan: Plan }>;
  products: Collection<ProductRecord>;
  sold: Collection<SoldRecord>;
  appliedSales: Collection<AppliedSaleRecord>;
  feeds: Collection<FeedRecord>;
  builds: Collection<BuildRecord>;
  tokens: Collection<TokenRecord>;
  notices: Collection<NoticeRecord>;
}

/** The product's own database, with its collections and indexes made. */
export async function openDatabase(client: MongoClient, name: string): Promise<Database> {
  const db = client.db(name);
  const existing = new Set(
    (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name),
  );
  const open = async <T extends { _id: string }>(collection: string): Promise<Collection<T>> => {
    if (!existing.has(collection)) await db.createCollection(collection);
    return collectionOf<T>(db, collection);
  };
  const database: Database = {
    name,
    client,
    plans: await open('plans'),
    products: await open('products'),
    sold: await open('sold'),
    appliedSales: await open('applied_sales'),
    feeds: await open('feeds'),
    builds: await open('builds'),
    tokens: await open('tokens'),
    notices: await open('notices'),
  };
  await database.products.createIndex({ businessId: 1 });
  await database.sold.createIndex({ businessId: 1 });
  await database.appliedSales.createIndex({ businessId: 1, movedAt: -1, date: -1 });
  await database.notices.createIndex({ businessId: 1, at: -1 });
  await database.builds.createIndex({ businessId: 1, madeAt: -1 });
  return database;
}

const collectionOf = <T extends { _id: string }>(db: Db, name: string) => db.collection<T>(name);
