import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, startTestBff, testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startTestBff>>;
const connections = {
  brightwater: [
    hostConnection('r1'),
    hostConnection('r2'),
    hostConnection('r3', { status: 'reconnect_required' }),
  ],
  kestrel: [hostConnection('r1')],
};

beforeEach(async () => {
  const provider = createScriptedProvider();
  provider.documents = [scriptedSale('1'), scriptedSale('2')];
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider,
    connections,
    maxLookBackDays: 365,
  });
});
afterEach(() => test.stop());

const enable = () => test.client.setSalesTracking({ body: { enabled: true } });
const connectionIds = async () =>
  Object.fromEntries(
    (await test.client.listConnections()).items.map(({ realmId, id }) => [realmId, id]),
  ) as Record<'r1' | 'r2' | 'r3', string>;
const recently = new Date(Date.now() - 20 * 86_400_000).toISOString().slice(0, 10);
const bodyFor = (connectionId: string) => ({
  type: 'accounting' as const,
  connectionId,
  initialSyncDate: recently,
  startSync: false,
});
const advanced = testSession({
  entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 3 },
});

describe('sales tracking', () => {
  it('A-03 makes one Manual channel, however often and however many at once', async () => {
    expect((await test.client.listChannels()).items).toEqual([]);
    await Promise.all(Array.from({ length: 12 }, enable));
    await enable();
    const { items } = await test.client.listChannels();
    expect(items).toMatchObject([
      { type: 'manual', status: 'active', connection: null, initialSyncDate: null, lastSyncedAt: null },
    ]);
  });

  it('A-04 keeps the same Manual channel when it is turned off and on', async () => {
    await enable();
    const [before] = (await test.client.listChannels()).items;
    await test.client.setSalesTracking({ body: { enabled: false } });
    expect((await test.client.listChannels()).items).toMatchObject([{ id: before?.id, status: 'inactive' }]);
    await enable();
    expect((await test.client.listChannels()).items).toEqual([before]);
  });

  it('A-02 is refused with the reason while something else has to be set up first', async () => {
    await test.stop();
    const salesTrackingPrerequisite = async () => 'Receiving must be enabled first.';
    test = await startTestBff({
      databaseUri: inject('mongodbUri'),
      provider: createScriptedProvider(),
      salesTrackingPrerequisite,
    });
    await expect(enable()).rejects.toMatchObject({
      code: 'prerequisite_missing',
      problem: { detail: 'Receiving must be enabled first.' },
    });
    expect((await test.client.getContext()).salesTracking).toEqual({
      enabled: false,
      prerequisite: 'Receiving must be enabled first.',
    });
  });
});

describe('making a channel', () => {
  it('needs sales tracking', async () => {
    const { r1 } = await connectionIds();
    await expect(test.client.createChannel({ body: bodyFor(r1) })).rejects.toMatchObject({
      code: 'sales_tracking_disabled',
    });
  });

  it('B-05 refuses types that are only planned', async () => {
    await enable();
    const { r1 } = await connectionIds();
    for (const type of ['pos', 'ecommerce', 'manual'] as const) {
      await expect(test.client.createChannel({ body: { ...bodyFor(r1), type } })).rejects.toMatchObject({
        code: 'unsupported_channel_type',
      });
    }
  });

  it('C-04 without a first sync leaves the channel never synced; B-04 lists it before Manual', async () => {
    await enable();
    const { r1 } = await connectionIds();
    const channel = await test.client.createChannel({ body: bodyFor(r1) });
    expect(channel).toMatchObject({
      status: 'never_synced',
      currentRun: null,
      initialSyncDate: recently,
      name: 'Scripted Books · Company r1',
    });
    expect((await test.client.listChannels()).items.map(({ type }) => type)).toEqual([
      'accounting',
      'manual',
    ]);
    expect((await test.client.listConnections()).items.map(({ channelId }) => channelId)).toEqual([
      channel.id,
      null,
      null,
    ]);
  });

  it('K-01 makes one channel a connection, whoever asks at once; the others learn which', async () => {
    await enable();
    const { r1 } = await connectionIds();
    const asked = await Promise.allSettled(
      Array.from({ length: 10 }, () => test.client.createChannel({ body: bodyFor(r1) })),
    );
    const made = asked.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []));
    expect(made).toHaveLength(1);
    const refusals: unknown[] = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    for (const refusal of refusals) {
      expect(refusal).toMatchObject({ code: 'channel_exists', problem: { channelId: made[0] } });
    }
  });

  it('C-06 answers a repeated request the same, and refuses the key for another', async () => {
    await enable();
    const { r1, r2 } = await connectionIds();
    const options = { idempotencyKey: 'attempt-1' };
    const client = test.clientOf(advanced);
    const both = await Promise.all([
      client.createChannel({ body: bodyFor(r1) }, options),
      client.createChannel({ body: bodyFor(r1) }, options),
    ]);
    expect(both[0]).toEqual(both[1]);
    await expect(client.createChannel({ body: bodyFor(r2) }, options)).rejects.toMatchObject({
      code: 'idempotency_conflict',
    });
    expect((await client.listChannels()).items).toHaveLength(2);
  });

  it('K-02 refuses a second channel on the lower plan, naming what raises the limit, and allows it on the higher', async () => {
    await enable();
    const { r1, r2 } = await connectionIds();
    await test.client.createChannel({ body: bodyFor(r1) });
    await expect(test.client.createChannel({ body: bodyFor(r2) })).rejects.toMatchObject({
      code: 'connection_limit_reached',
      problem: { limit: 1, requiredPlan: 'Advanced' },
    });
    await test.clientOf(advanced).createChannel({ body: bodyFor(r2) });
    expect((await test.client.listChannels()).items.map(({ type }) => type)).toEqual([
      'accounting',
      'accounting',
      'manual',
    ]);
  });

  it('K-02 does not count a channel whose connection has ended', async () => {
    await enable();
    const before = connections.brightwater;
    try {
      await test.client.createChannel({ body: bodyFor((await connectionIds()).r1) });
      connections.brightwater = [hostConnection('r2')];
      const { r2 } = await connectionIds();
      await test.client.createChannel({ body: bodyFor(r2) });
      expect((await test.client.listChannels()).items.map(({ status }) => status)).toEqual([
        'disconnected',
        'never_synced',
        'active',
      ]);
    } finally {
      connections.brightwater = before;
    }
  });

  it('C-03 refuses a connection that needs a sign-in, and one that is not there', async () => {
    await enable();
    const { r3 } = await connectionIds();
    for (const id of [r3, '0'.repeat(24)]) {
      await expect(test.client.createChannel({ body: bodyFor(id) })).rejects.toMatchObject({
        code: 'connection_unavailable',
      });
    }
  });

  it('D-04 names the earliest date where the host limits how far back it may lie', async () => {
    await enable();
    const { r1 } = await connectionIds();
    const earliestDate = new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);
    expect((await test.client.getContext()).earliestInitialSyncDate).toBe(earliestDate);
    await expect(
      test.client.createChannel({ body: { ...bodyFor(r1), initialSyncDate: '2000-01-01' } }),
    ).rejects.toMatchObject({
      code: 'invalid_request',
      problem: { earliestDate, errors: [{ path: 'body.initialSyncDate' }] },
    });
  });

  it('D-02 takes today from the time zone of the business', async () => {
    const todayIn = (timeZone: string) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
    for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Honolulu']) {
      expect((await test.clientOf(testSession({ timeZone })).getContext()).today).toBe(todayIn(timeZone));
    }
  });

  it("K-02 leaves out a company that another business' connection has", async () => {
    await test.client.listConnections();
    const kestrel = test.clientOf(testSession({ business: { id: 'kestrel', name: 'Kestrel' } }));
    expect((await kestrel.listConnections()).items).toEqual([]);
  });
});

describe('the Manual channel', () => {
  it('B-03 has nothing to sync and no initial sync date', async () => {
    await enable();
    const [manual] = (await test.client.listChannels()).items;
    const params = { channelId: manual?.id ?? '' };
    await expect(test.client.syncChannel({ params })).rejects.toMatchObject({ code: 'invalid_request' });
    await expect(
      test.client.updateChannel({ params, body: { initialSyncDate: recently } }),
    ).rejects.toMatchObject({ code: 'invalid_request' });
  });
});

describe('sync now', () => {
  it('is refused while sales tracking is off', async () => {
    const channel = await test.openChannel(recently);
    await test.client.setSalesTracking({ body: { enabled: false } });
    await expect(test.client.syncChannel({ params: { channelId: channel.id } })).rejects.toMatchObject({
      code: 'sales_tracking_disabled',
    });
  });

  it('C-08 knows how many documents there are when they were counted for the same date', async () => {
    const channel = await test.openChannel(recently);
    const connectionId = channel.connection?.id ?? '';
    const preview = await test.client.previewImport({ params: { connectionId }, query: { from: recently } });
    const run = await test.client.syncChannel({ params: { channelId: channel.id } });
    expect(run.progress).toEqual({ done: 0, total: preview.total });
  });
});
