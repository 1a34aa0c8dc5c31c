import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { HostConnection } from '../options.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { GrantProvider } from '../testing/grant-provider.ts';
import { createGrantProvider } from '../testing/grant-provider.ts';
import { startConnections } from '../testing/start-connections.ts';
import { hostConnection } from '../testing/start-test-bff.ts';
import type { Connection } from './connection.ts';

let provider: GrantProvider;
let test: Awaited<ReturnType<typeof startConnections>>;
let told: Record<string, HostConnection[]>;
let lend: (realmId: string) => Promise<string | null>;
let asked: string[];
let warnings: string[];

beforeEach(async () => {
  provider = createGrantProvider();
  told = { brightwater: [hostConnection('r1')] };
  lend = async (realmId) => `lent-${realmId}`;
  asked = [];
  warnings = [];
  test = await startConnections({
    databaseUri: inject('mongodbUri'),
    provider,
    hostConnections: {
      list: async (businessId) => told[businessId] ?? [],
      async getAccessToken({ realmId }) {
        asked.push(realmId);
        return lend(realmId);
      },
    },
    logger: { info: () => {}, warn: (_fields, message) => warnings.push(message), error: () => {} },
  });
});
afterEach(() => test.stop());

const only = async (businessId = 'brightwater'): Promise<Connection> => {
  const [connection] = await test.list(businessId);
  if (!connection) throw new Error('The business has no connection.');
  return connection;
};
const turnedDown = () => Promise.reject(new ProviderError('unauthorized', 'Token turned down'));

describe("J-00 the host's connections", () => {
  it('get an id and the shape of the others, once', async () => {
    const connection = await only();
    expect(connection).toMatchObject({
      realmId: 'r1',
      companyName: 'Company r1',
      environment: 'test',
      ownership: 'host',
      status: 'connected',
      uses: ['Item sync'],
    });
    const before = await test.documents.find().lean();
    await Promise.all([only(), only()]);
    expect(await test.documents.find().lean()).toEqual(before);
  });

  it('are told apart from taken ones when two lists find them new at a time', async () => {
    const lists = await Promise.all(Array.from({ length: 8 }, () => test.list('brightwater')));
    expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('follow what the host says, keep their id, and end with it', async () => {
    const { id } = await only();
    told = {
      brightwater: [hostConnection('r1', { companyName: 'Renamed', uses: ['Item sync', 'Exports'] })],
    };
    expect(await only()).toMatchObject({ id, companyName: 'Renamed', uses: ['Item sync', 'Exports'] });
    told = { brightwater: [hostConnection('r1', { status: 'reconnect_required' })] };
    expect(await only()).toMatchObject({ id, status: 'reconnect_required' });
    told = {};
    expect(await only()).toMatchObject({ id, status: 'disconnected' });
    told = { brightwater: [hostConnection('r1')] };
    expect(await only()).toMatchObject({ id, status: 'connected' });
  });

  it('K-02 leave out a company that is live elsewhere, and say so in the log', async () => {
    await only();
    told = { ...told, kestrel: [hostConnection('r1'), hostConnection('r2')] };
    expect((await test.list('kestrel')).map(({ realmId }) => realmId)).toEqual(['r2']);
    expect(warnings).toEqual([expect.stringContaining('connected elsewhere')]);
  });

  it('are shown as last known when the host cannot tell', async () => {
    const connection = await only();
    Object.defineProperty(told, 'brightwater', {
      get: () => {
        throw new Error('host down');
      },
    });
    expect(await test.list('brightwater')).toEqual([connection]);
    expect(warnings).toHaveLength(1);
  });

  it('are used with the tokens the host lends, and never refreshed or revoked', async () => {
    const connection = await only();
    expect(await test.withAccess(connection, async ({ accessToken }) => accessToken)).toBe('lent-r1');
    await expect(test.withAccess(connection, turnedDown)).rejects.toMatchObject({ code: 'invalid_grant' });
    expect([provider.refreshes, provider.revocations]).toEqual([[], []]);
    await expect(test.getAccessToken('brightwater', connection.id)).rejects.toMatchObject({
      code: 'connection_unavailable',
    });
  });

  it('ask once more when a token is turned down, and go on with another', async () => {
    const connection = await only();
    lend = async () => `lent-${asked.length}`;
    const answer = await test.withAccess(connection, ({ accessToken }) =>
      accessToken === 'lent-1' ? turnedDown() : Promise.resolve(accessToken),
    );
    expect(answer).toBe('lent-2');
    expect(await only()).toMatchObject({ status: 'connected' });
  });

  it('H-03 need the host to sign in again once no token works, until it lends another', async () => {
    const connection = await only();
    await expect(test.withAccess(connection, turnedDown)).rejects.toMatchObject({ code: 'invalid_grant' });
    expect(asked).toHaveLength(2);
    // The host still believes in the token that failed.
    expect(await only()).toMatchObject({ status: 'reconnect_required' });
    lend = async () => 'another';
    await only();
    expect(await only()).toMatchObject({ status: 'connected' });
  });

  it('pass over a host that cannot be asked: the failure is one that is tried again', async () => {
    const connection = await only();
    lend = () => Promise.reject(new Error('restarting'));
    const attempt = test.withAccess(connection, async () => 'never');
    await expect(attempt).rejects.toMatchObject({ code: 'unavailable' });
    expect(await only()).toMatchObject({ status: 'connected' });
  });

  it('H-03 need the host to sign in again when it has no token to lend', async () => {
    const connection = await only();
    lend = async () => null;
    const attempt = test.withAccess(connection, async () => 'never');
    await expect(attempt).rejects.toMatchObject({ code: 'invalid_grant' });
    expect(await only()).toMatchObject({ status: 'reconnect_required' });
  });
});
