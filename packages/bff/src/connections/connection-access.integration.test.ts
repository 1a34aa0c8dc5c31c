import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { GrantProvider } from '../testing/grant-provider.ts';
import { createGrantProvider } from '../testing/grant-provider.ts';
import { encryptionKey, startConnections } from '../testing/start-connections.ts';
import type { Connection } from './connection.ts';

const START = new Date('2026-11-23T10:00:00Z').getTime();
const MINUTE = 60_000;
let now: number;
let provider: GrantProvider;
let test: Awaited<ReturnType<typeof startConnections>>;

beforeEach(async () => {
  now = START;
  const clock = () => new Date(now);
  provider = createGrantProvider(clock);
  test = await startConnections({ databaseUri: inject('mongodbUri'), provider, clock });
});
afterEach(() => test.stop());

const stored = (connection: Connection) => test.documents.findById(connection.id).lean().orFail();
/** Work as a provider does it: it looks at the token. */
const call = async ({ accessToken }: { accessToken: string }) => {
  if (!provider.isGood(accessToken)) throw new ProviderError('unauthorized', 'Token turned down');
  return accessToken;
};
const tokenOf = (connection: Connection, server = test) => server.withAccess(connection, call);

describe('H-08 access to a kit-owned connection', () => {
  it('uses a token that is good for more than five minutes as it is', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 54 * MINUTE;
    expect(await tokenOf(connection)).toBe('access-g1-1');
    expect(provider.refreshes).toEqual([]);
  });

  it('refreshes once for twenty at a time on two servers', async () => {
    const connection = await test.connect('r1', provider.grant());
    const sibling = await test.startServer();
    provider.beforeRefresh = () => delay(200);
    now += 56 * MINUTE;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        tokenOf(connection, index % 2 ? { ...test, ...sibling } : test),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['access-g1-2']));
    expect(provider.refreshes).toEqual(['refresh-g1-1']);
    expect(await stored(connection)).toMatchObject({ tokenVersion: 1, refreshLease: null });
  });

  it('refreshes once for twenty whose token is turned down at a time, then runs each again', async () => {
    const connection = await test.connect('r1', provider.grant());
    const sibling = await test.startServer();
    let runs = 0;
    const work = async ({ accessToken }: { accessToken: string }) => {
      runs += 1;
      if (accessToken === 'access-g1-1') throw new ProviderError('unauthorized', 'Token turned down');
      return accessToken;
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? sibling : test).withAccess(connection, work)),
    );
    expect(new Set(answers)).toEqual(new Set(['access-g1-2']));
    expect(provider.refreshes).toEqual(['refresh-g1-1']);
    expect(runs).toBeGreaterThanOrEqual(21);
    expect(runs).toBeLessThanOrEqual(40);
  });

  it('does not refresh when somebody else has since', async () => {
    const connection = await test.connect('r1', provider.grant());
    const sibling = await test.startServer();
    const answer = await test.withAccess(connection, async ({ accessToken }) => {
      if (accessToken !== 'access-g1-1') return accessToken;
      now += 56 * MINUTE;
      await sibling.withAccess(connection, call);
      throw new ProviderError('unauthorized', 'Token turned down');
    });
    expect(answer).toBe('access-g1-2');
    expect(provider.refreshes).toHaveLength(1);
  });

  it('has the new tokens stored before anybody uses them', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    const inUse = await test.withAccess(connection, async ({ accessToken }) => {
      const sibling = await test.startServer();
      return { accessToken, stored: await sibling.getAccessToken('brightwater', connection.id) };
    });
    expect(inUse.stored.accessToken).toBe(inUse.accessToken);
    expect(provider.refreshes).toHaveLength(1);
  });

  it('tries a refresh with an unknown outcome once more with the same token', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    let failures = 1;
    provider.beforeRefresh = () => {
      if (failures-- > 0) throw new ProviderError('ambiguous', 'The answer was lost');
    };
    expect(await tokenOf(connection)).toBe('access-g1-2');
    expect(provider.refreshes).toEqual(['refresh-g1-1', 'refresh-g1-1']);
  });

  it('gives up after the second unknown outcome, without ending the connection', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    provider.beforeRefresh = () => {
      throw new ProviderError('ambiguous', 'The answer was lost');
    };
    await expect(tokenOf(connection)).rejects.toMatchObject({ code: 'ambiguous' });
    expect(provider.refreshes).toHaveLength(2);
    expect(await stored(connection)).toMatchObject({
      status: 'connected',
      refreshLease: null,
      tokenVersion: 0,
    });
    provider.beforeRefresh = () => {};
    expect(await tokenOf(connection)).toBe('access-g1-2');
  });

  it('does not repeat a refresh that was refused for now', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    provider.beforeRefresh = () => {
      throw new ProviderError('unavailable', 'Down');
    };
    await expect(tokenOf(connection)).rejects.toMatchObject({ code: 'unavailable' });
    expect(provider.refreshes).toHaveLength(1);
    expect(await stored(connection)).toMatchObject({ status: 'connected', refreshLease: null });
  });

  it('runs work twice at most', async () => {
    const connection = await test.connect('r1', provider.grant());
    let runs = 0;
    const work = () => {
      runs += 1;
      return Promise.reject(new ProviderError('unauthorized', 'Token turned down'));
    };
    await expect(test.withAccess(connection, work)).rejects.toMatchObject({ code: 'unauthorized' });
    expect([runs, provider.refreshes.length]).toEqual([2, 1]);
    expect(await stored(connection)).toMatchObject({ status: 'connected' });
  });

  it('waits for a refresher elsewhere, and takes over from one that died', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    // By real time, whatever the clock says.
    const refreshLease = { owner: 'elsewhere', until: new Date(Date.now() + 1500) };
    await test.documents.updateOne({ _id: connection.id }, { $set: { refreshLease } });
    const waiting = tokenOf(connection);
    await delay(400);
    expect(provider.refreshes).toEqual([]);
    expect(await waiting).toBe('access-g1-2');
    expect(provider.refreshes).toHaveLength(1);
  });

  it('keeps the tokens of a sign-in that came while the old grant was refreshed', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    provider.beforeRefresh = async () => void (await test.connect('r1', provider.grant()));
    expect(await tokenOf(connection)).toBe('access-g2-1');
    expect(await stored(connection)).toMatchObject({
      tokenVersion: 1,
      status: 'connected',
      refreshLease: null,
    });
  });

  it('stores new tokens again when the database stumbles', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    provider.beforeRefresh = () => {
      provider.beforeRefresh = () => {};
      const { collection } = test.documents;
      const write = collection.updateOne.bind(collection);
      collection.updateOne = () => {
        collection.updateOne = write;
        return Promise.reject(new Error('connection reset'));
      };
    };
    expect(await tokenOf(connection)).toBe('access-g1-2');
    expect(await stored(connection)).toMatchObject({ tokenVersion: 1 });
    expect(provider.refreshes).toHaveLength(1);
  });

  it('stores new tokens again and again while the database answers with failures', async () => {
    const connection = await test.connect('r1', provider.grant());
    now += 56 * MINUTE;
    provider.beforeRefresh = () => {
      provider.beforeRefresh = () => {};
      const { collection } = test.documents;
      const write = collection.updateOne.bind(collection);
      const until = Date.now() + 5000;
      collection.updateOne = (...update: Parameters<typeof write>) =>
        Date.now() < until ? Promise.reject(new Error('not primary')) : write(...update);
    };
    expect(await tokenOf(connection)).toBe('access-g1-2');
    expect(provider.refreshes).toHaveLength(1);
  });

  it('H-03 asks for a new sign-in when the grant is over, for this connection only and without asking again', async () => {
    const connection = await test.connect('r1', provider.grant());
    const other = await test.connect('r2', provider.grant());
    now += 56 * MINUTE;
    provider.beforeRefresh = () => {
      throw new ProviderError('invalid_grant', 'Ended');
    };
    const sibling = await test.startServer();
    const attempts = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? test : sibling).withAccess(connection, call)),
    );
    expect(attempts.map((attempt) => attempt.status === 'rejected' && attempt.reason)).toEqual(
      Array.from({ length: 10 }, () => expect.objectContaining({ code: 'invalid_grant' })),
    );
    expect(provider.refreshes).toHaveLength(1);
    expect(await test.find('brightwater', connection.id)).toMatchObject({ status: 'reconnect_required' });
    expect(await test.find('brightwater', other.id)).toMatchObject({ status: 'connected' });
    provider.beforeRefresh = () => {};
    expect(await tokenOf(other)).toBe('access-g2-2');
  });

  it('encrypts with the new key when tokens are next written, and needs the old one no more', async () => {
    const connection = await test.connect('r1', provider.grant());
    const keys = { a: encryptionKey(1), b: encryptionKey(2) };
    const rotating = await test.startServer({ encryption: { keys, currentKeyId: 'b' } });
    await rotating.withAccess(connection, call);
    expect((await stored(connection)).tokens).toMatchObject({ keyId: 'a' });
    now += 56 * MINUTE;
    await rotating.withAccess(connection, call);
    expect((await stored(connection)).tokens).toMatchObject({ keyId: 'b' });
    const rotated = await test.startServer({ encryption: { keys: { b: keys.b }, currentKeyId: 'b' } });
    expect(await rotated.withAccess(connection, call)).toBe('access-g1-2');
  });

  it('keeps no token readable in the database', async () => {
    const connection = await test.connect('r1', provider.grant());
    expect(JSON.stringify(await stored(connection))).not.toMatch(/access-g1|refresh-g1/);
  });
});

describe('J-00 access lent to the host', () => {
  it('comes from the same refresher as the kit', async () => {
    const connection = await test.connect('r1', provider.grant());
    const sibling = await test.startServer();
    provider.beforeRefresh = () => delay(100);
    now += 56 * MINUTE;
    const [lent, used] = await Promise.all([
      sibling.getAccessToken('brightwater', connection.id),
      tokenOf(connection),
    ]);
    expect(lent).toEqual({
      accessToken: used,
      realmId: 'r1',
      expiresAt: new Date(now + 60 * MINUTE),
    });
    expect(provider.refreshes).toHaveLength(1);
  });

  it('is refused for connections of others, unknown ones, and those whose grant is over', async () => {
    const connection = await test.connect('r1', provider.grant());
    const ask = (businessId: string, id: string) => test.getAccessToken(businessId, id);
    await expect(ask('kestrel', connection.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask('brightwater', 'nonsense')).rejects.toMatchObject({ code: 'not_found' });
    await test.documents.updateOne({ _id: connection.id }, { $set: { status: 'reconnect_required' } });
    await expect(ask('brightwater', connection.id)).rejects.toMatchObject({ code: 'reconnect_required' });
    await test.documents.updateOne(
      { _id: connection.id },
      { $set: { status: 'disconnected', isLive: false } },
    );
    await expect(ask('brightwater', connection.id)).rejects.toMatchObject({ code: 'connection_unavailable' });
  });
});
