import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { Session } from '../session/session.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { signIn } from '../testing/sign-in.ts';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startSignIns>>;
const session = testSession();
beforeEach(async () => {
  test = await startSignIns({
    databaseUri: inject('mongodbUri'),
    connections: { wharf: [hostConnection('h1')] },
  });
  await test.bff.worker.start();
});
afterEach(() => test.stop());

const connect = async (realmId = 'r1', by: Session = session) => {
  const { connectionId, problem } = await signIn(test, by, realmId);
  if (connectionId === null) throw new Error(`Not connected: ${problem?.code ?? ''}`);
  return connectionId;
};
const disconnect = (connectionId: string, by: Session = session) =>
  test.clientOf(by).disconnectConnection({ params: { connectionId } });
const stored = () => test.database.collection('connections').find().toArray();
const sync = async (channelId: string) => {
  const { id } = await test.client.syncChannel({ params: { channelId } });
  return test.ended(id);
};
const openRun = async (channelId: string) =>
  vi.waitFor(async () => {
    const { lastRun } = await test.client.getChannel({ params: { channelId } });
    expect(lastRun?.trigger).toBe('reconnection');
    return lastRun;
  }, 60_000);

describe('J-01 disconnecting', () => {
  it("J-02 is asked about with the host's own words for what it uses such connections for", async () => {
    await test.stop();
    const wharf = testSession({ business: { id: 'wharf', name: 'Wharf' } });
    test = await startSignIns({
      databaseUri: inject('mongodbUri'),
      connections: { wharf: [hostConnection('h1', { uses: ['Orders'] })] },
      connectionUses: ['Item sync', 'Build exports'],
    });
    await connect();
    const usesOf = async (by: Session) => (await test.clientOf(by).listConnections()).items[0]?.uses;
    expect(await usesOf(session)).toEqual(['Item sync', 'Build exports']);
    expect(await usesOf(wharf)).toEqual(['Orders']);
  });

  it('J-01 revokes at the provider, deletes the tokens, and keeps the channel and its sales', async () => {
    const connectionId = await connect();
    test.provider.documents = [scriptedSale('1'), scriptedSale('2')];
    const channel = await test.openChannel();
    await sync(channel.id);
    expect(await disconnect(connectionId)).toMatchObject({
      id: connectionId,
      status: 'disconnected',
      channelId: channel.id,
    });
    expect(test.provider.revocations).toEqual(['refresh-g1-1']);
    expect(await stored()).toMatchObject([{ status: 'disconnected', isLive: false, tokens: null }]);
    expect(await test.client.getChannel({ params: { channelId: channel.id } })).toMatchObject({
      status: 'disconnected',
      isActive: true,
    });
    expect((await test.client.getSalesTotals({ query: {} })).count).toBe(2);
    await expect(sync(channel.id)).rejects.toMatchObject({ code: 'connection_unavailable' });
    const lent = test.bff.connections.getAccessToken('brightwater', connectionId);
    await expect(lent).rejects.toMatchObject({ code: 'connection_unavailable' });
  });

  it('J-01 does it once, however often and however many at once ask', async () => {
    const connectionId = await connect();
    const answers = await Promise.all(Array.from({ length: 5 }, () => disconnect(connectionId)));
    await disconnect(connectionId);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['disconnected']));
    expect(test.provider.revocations).toHaveLength(1);
    expect((await test.client.listAuditEntries({ query: {} })).items).toMatchObject([
      { action: 'connection_disconnected', subject: 'Company r1', connectionId },
      { action: 'connection_connected' },
    ]);
  });

  it('J-01 does not stay connected because the provider cannot be reached', async () => {
    const connectionId = await connect();
    let asked = 0;
    test.provider.revoke = () => {
      asked += 1;
      return Promise.reject(new ProviderError('unavailable', 'Down'));
    };
    expect(await disconnect(connectionId)).toMatchObject({ status: 'disconnected' });
    expect(asked).toBe(2);
    expect(await stored()).toMatchObject([{ status: 'disconnected', tokens: null }]);
  });

  it('J-01 ends a run under way with its cursor where its pages were stored', async () => {
    const connectionId = await connect();
    test.provider.documents = Array.from({ length: 9 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let pages = 0;
    test.provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 2) await disconnect(connectionId);
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'connection_unavailable' },
      counts: { created: 6 },
    });
    test.provider.before = () => {};
    await connect();
    expect(await openRun(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    expect((await test.client.getSalesTotals({ query: {} })).count).toBe(9);
  });

  it('J-01 ends the tokens too that a refresh brings while it happens', async () => {
    const connectionId = await connect();
    test.time.ahead = 56 * 60_000;
    test.provider.beforeRefresh = async () => void (await disconnect(connectionId));
    const lent = test.bff.connections.getAccessToken('brightwater', connectionId);
    await expect(lent).rejects.toMatchObject({ code: 'connection_unavailable' });
    expect(test.provider.revocations).toEqual(['refresh-g1-1', 'refresh-g1-2']);
    expect(await stored()).toMatchObject([{ status: 'disconnected', tokens: null }]);
  });

  it("J-00 leaves a connection of the host's to the host, and that of another business alone", async () => {
    const wharf = testSession({ business: { id: 'wharf', name: 'Wharf' } });
    const [ofHost] = (await test.clientOf(wharf).listConnections()).items;
    await expect(disconnect(ofHost?.id ?? '', wharf)).rejects.toMatchObject({ code: 'connection_of_host' });
    const connectionId = await connect();
    await expect(disconnect(connectionId, wharf)).rejects.toMatchObject({ code: 'not_found' });
    expect(test.provider.revocations).toEqual([]);
    expect((await test.client.listConnections()).items).toMatchObject([{ status: 'connected' }]);
  });
});

it('J-05 deactivating a channel touches neither the connection nor the tokens lent to the host', async () => {
  const connectionId = await connect();
  const channel = await test.openChannel();
  const lend = () => test.bff.connections.getAccessToken('brightwater', connectionId);
  const lent = await lend();
  const before = await stored();
  await test.client.deactivateChannel({ params: { channelId: channel.id } });
  expect(await stored()).toEqual(before);
  expect(await lend()).toEqual(lent);
  test.time.ahead = 56 * 60_000;
  expect((await lend()).accessToken).toBe('access-g1-2');
  expect(test.provider.revocations).toEqual([]);
});

describe('connecting again after a disconnect', () => {
  it('J-03 takes up the same connection and channel, and brings in what happened meanwhile', async () => {
    const connectionId = await connect();
    test.provider.documents = [scriptedSale('1'), scriptedSale('2')];
    const channel = await test.openChannel();
    await sync(channel.id);
    await disconnect(connectionId);
    test.provider.documents.push(scriptedSale('3', { updatedAt: new Date() }));
    test.provider.deleted = [{ type: 'invoice', externalId: '1', at: new Date() }];
    test.provider.documents.shift();
    expect(await connect()).toBe(connectionId);
    expect(await openRun(channel.id)).toMatchObject({
      state: 'succeeded',
      requestedBy: session.user,
      counts: { created: 1, voided: 1 },
    });
    expect(await test.client.getChannel({ params: { channelId: channel.id } })).toMatchObject({
      id: channel.id,
      status: 'up_to_date',
      initialSyncDate: channel.initialSyncDate,
    });
  });

  it('J-03 never connects again without the sync that goes with it', async () => {
    const connectionId = await connect();
    const channel = await test.openChannel();
    await disconnect(connectionId);
    await test.bff.worker.stop();
    const channels = test.database.collection('channels');
    // Lets nobody queue a run, as a process that ends before it does.
    await channels.createIndex(
      { businessId: 1, 'run.trigger': 1 },
      { unique: true, partialFilterExpression: { 'run.trigger': 'reconnection' }, name: 'refuses' },
    );
    const { insertedId } = await channels.insertOne({
      businessId: 'brightwater',
      type: 'other',
      run: { trigger: 'reconnection' },
    });
    await expect(connect()).rejects.toThrow('Not connected');
    expect(await stored()).toMatchObject([{ status: 'disconnected', tokens: null }]);
    await channels.deleteOne({ _id: insertedId });
    await connect();
    expect(await test.client.getChannel({ params: { channelId: channel.id } })).toMatchObject({
      currentRun: { trigger: 'reconnection', state: 'queued' },
    });
  });

  it('J-03 syncs nothing where sales tracking is off', async () => {
    const connectionId = await connect();
    const channel = await test.openChannel();
    await test.client.setSalesTracking({ body: { enabled: false } });
    await disconnect(connectionId);
    await connect();
    await delay(300);
    expect(await test.client.getChannel({ params: { channelId: channel.id } })).toMatchObject({
      currentRun: null,
      lastRun: null,
    });
  });

  it('J-04 makes a new connection with another company, which gets a channel of its own', async () => {
    const first = await connect('r1');
    const channel = await test.openChannel();
    await disconnect(first);
    const second = await connect('r2');
    expect(second).not.toBe(first);
    const created = await test.client.createChannel({
      body: { type: 'accounting', connectionId: second, initialSyncDate: '2026-01-01', startSync: false },
    });
    const { items } = await test.client.listChannels();
    expect(items).toMatchObject([
      { id: channel.id, status: 'disconnected' },
      { id: created.id, status: 'never_synced' },
      { type: 'manual' },
    ]);
  });

  it('K-06 K-03 needs a place in the plan like a new one', async () => {
    const first = await connect('r1');
    await disconnect(first);
    await connect('r2');
    const start = test.start(session, { connectionId: first });
    await expect(start).rejects.toMatchObject({ code: 'connection_limit_reached', problem: { limit: 1 } });
  });
});

describe('K-06 signing in again after a downgrade', () => {
  const two = testSession({
    entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 2 },
  });

  it('K-06 is refused while another connection has the one place, and allowed once it has not', async () => {
    const first = await connect('r1', two);
    const second = await connect('r2', two);
    await test.database
      .collection('connections')
      .updateOne({ realmId: 'r2' }, { $set: { status: 'reconnect_required' } });
    const again = () => signIn(test, session, 'r2', second);
    await expect(again()).rejects.toMatchObject({ code: 'connection_limit_reached' });
    await disconnect(first);
    expect(await again()).toMatchObject({ status: 'succeeded', connectionId: second });
  });

  it('K-04 K-06 is allowed beside an older connection whose channel is inactive', async () => {
    const first = await connect('r1', two);
    const second = await connect('r2', two);
    const channel = await test.openChannel();
    expect(channel.connection?.id).toBe(first);
    await test.database
      .collection('connections')
      .updateOne({ realmId: 'r2' }, { $set: { status: 'reconnect_required' } });
    const again = () => signIn(test, session, 'r2', second);
    await expect(again()).rejects.toMatchObject({ code: 'connection_limit_reached' });
    await test.client.deactivateChannel({ params: { channelId: channel.id } });
    expect(await again()).toMatchObject({ status: 'succeeded', connectionId: second });
    await expect(test.start(session)).rejects.toMatchObject({ code: 'connection_limit_reached' });
  });

  it('K-06 lets one of two go on whose sign-ins are both over, also when both end at once', async () => {
    const ids = { r1: await connect('r1', two), r2: await connect('r2', two) };
    await test.database.collection('connections').updateMany({}, { $set: { status: 'reconnect_required' } });
    const left = await Promise.all(
      Object.values(ids).map((connectionId) => test.leave(session, { connectionId })),
    );
    await Promise.all(
      left.map(({ browser, state }, index) =>
        test.comeBack(browser, { code: 'c', state, realmId: `r${index + 1}` }),
      ),
    );
    const ends = await Promise.all(left.map(({ status }) => status()));
    expect(ends.map(({ status, problem }) => problem?.code ?? status).toSorted()).toEqual([
      'connection_limit_reached',
      'succeeded',
    ]);
  });
});
