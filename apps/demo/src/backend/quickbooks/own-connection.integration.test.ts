import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import type { Database } from '../database.ts';
import { openDatabase } from '../database.ts';
import type { OAuth } from './oauth.ts';
import { GrantOverError } from './oauth.ts';
import { createOwnConnections } from './own-connection.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

const company = { realmId: '1', companyName: 'Brightwater Supplies LLC', homeCurrency: 'USD' };
let mongo: MongoClient;
let database: Database;
let now: Date;
const refresh = vi.fn<OAuth['refresh']>();

beforeEach(async () => {
  mongo = await MongoClient.connect(inject('mongodbUri'));
  database = await openDatabase(mongo, `northwind-${crypto.randomUUID()}`);
  now = new Date('2026-11-20T10:00:00Z');
  refresh.mockReset();
});
afterEach(async () => {
  await mongo.db(database.name).dropDatabase();
  await mongo.close();
});

async function connect() {
  const oauth: OAuth = { refresh, exchange: () => Promise.reject(new Error()), signInUrl: () => '' };
  const own = createOwnConnections(database, oauth, () => now);
  const tokens = { accessToken: 'access-1', refreshToken: 'refresh-1', expiresInSeconds: 3600 };
  await own.save('brightwater', company, tokens);
  return own;
}

const later = (minutes: number) => (now = new Date(now.getTime() + minutes * 60_000));

describe("Northwind's own connection", () => {
  it('uses the token it has while that is good', async () => {
    const own = await connect();
    later(50);
    expect(await own.getAccessToken('brightwater')).toBe('access-1');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('H-08 refreshes once for all who ask at the same time, and stores the new token first', async () => {
    const own = await connect();
    later(58);
    refresh.mockResolvedValue({ accessToken: 'access-2', refreshToken: 'refresh-2', expiresInSeconds: 3600 });
    const tokens = await Promise.all([1, 2, 3].map(() => own.getAccessToken('brightwater')));
    expect(tokens).toEqual(['access-2', 'access-2', 'access-2']);
    expect(refresh).toHaveBeenCalledExactlyOnceWith('refresh-1');
    expect(await own.find('brightwater')).toMatchObject({
      refreshToken: 'refresh-2',
      accessToken: 'access-2',
    });
  });

  it('H-08 does not refresh again for who read the record before another had refreshed', async () => {
    const own = await connect();
    later(58);
    refresh.mockResolvedValue({ accessToken: 'access-2', refreshToken: 'refresh-2', expiresInSeconds: 3600 });
    const stale = await own.find('brightwater');
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    vi.spyOn(database.tokens, 'findOne').mockImplementationOnce(() => answered.then(() => stale));
    const late = own.getAccessToken('brightwater');
    expect(await own.getAccessToken('brightwater')).toBe('access-2');
    answer();
    expect(await late).toBe('access-2');
    expect(refresh).toHaveBeenCalledExactlyOnceWith('refresh-1');
  });

  it('gets another token than the one QuickBooks has turned down', async () => {
    const own = await connect();
    refresh.mockResolvedValue({ accessToken: 'access-2', refreshToken: 'refresh-1', expiresInSeconds: 3600 });
    expect(await own.getAccessToken('brightwater', 'access-1')).toBe('access-2');
  });

  it('H-03 wants somebody to sign in when the grant is over', async () => {
    const own = await connect();
    later(58);
    refresh.mockRejectedValue(new GrantOverError('over'));
    await expect(own.getAccessToken('brightwater')).rejects.toBeInstanceOf(GrantOverError);
    expect(await own.find('brightwater')).toMatchObject({ status: 'reconnect_required' });
    await expect(own.getAccessToken('brightwater')).rejects.toBeInstanceOf(GrantOverError);
    expect(refresh).toHaveBeenCalledTimes(1);
  });

  it('keeps the connection when QuickBooks cannot be reached', async () => {
    const own = await connect();
    later(58);
    refresh.mockRejectedValue(new Error('socket hang up'));
    await expect(own.getAccessToken('brightwater')).rejects.toThrow('socket hang up');
    expect(await own.find('brightwater')).toMatchObject({ status: 'connected' });
  });
});
