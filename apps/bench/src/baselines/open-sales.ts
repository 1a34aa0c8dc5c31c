import type { Collection } from 'mongodb';
import { MongoClient } from 'mongodb';
import { SALES_COLLECTION, type Place } from '../sides/side.ts';

/** The collection of sales with the indexes the product gives it. */
export async function openSales({ databaseUri, databaseName, indexes }: Place): Promise<{
  sales: Collection;
  close: () => Promise<void>;
}> {
  const mongo = await MongoClient.connect(databaseUri);
  const sales = await mongo.db(databaseName).createCollection(SALES_COLLECTION);
  for (const { key, name, v: _version, ...options } of indexes) {
    if (name !== '_id_') await sales.createIndex(key, { ...options, name: String(name) });
  }
  return { sales, close: () => mongo.close() };
}
