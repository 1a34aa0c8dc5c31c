import { randomBytes } from 'node:crypto';
import mongoose, { type Connection } from 'mongoose';
import { inject } from 'vitest';

/** Connects mongoose to a new database on the tests' server. Whoever connects drops and closes it. */
export async function connectMongoose(): Promise<Connection> {
  const dbName = `compat_${randomBytes(6).toString('hex')}`;
  return await mongoose.createConnection(inject('mongodbUri'), { dbName, autoIndex: false }).asPromise();
}
