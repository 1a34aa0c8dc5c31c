import { describe, expect, it } from 'vitest';
import { problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();

describe('a new channel', () => {
  const body = { type: 'accounting', initialSyncDate: '2026-08-01' } as const;

  it('imports what its preview counted, then is up to date', async () => {
    const { client, world } = enter('readyToConnect');
    const connectionId = world.connections[0]?.id ?? '';
    const preview = await client.previewImport({
      params: { connectionId },
      query: { from: body.initialSyncDate },
    });
    const { documents } = preview;
    expect(documents.invoice + documents.sales_receipt + documents.credit_memo).toBe(preview.total);
    const channel = await client.createChannel({ body: { ...body, connectionId } });
    expect(channel).toMatchObject({
      status: 'syncing',
      currentRun: { state: 'queued', trigger: 'connected' },
    });
    world.advance(60_000);
    const read = await client.getChannel({ params: { channelId: channel.id } });
    expect(read.lastRun).toMatchObject({
      state: 'succeeded',
      counts: { created: preview.total, updated: 0, voided: 0, unchanged: 0, errors: 0 },
      providerCalls: preview.providerCalls,
    });
    const totals = await client.getSalesTotals({ query: { channelId: channel.id } });
    expect(totals).toMatchObject({ count: preview.total, outOfRange: 0 });
    const before = await client.listSales({ query: { channelId: channel.id, dateTo: '2026-07-31' } });
    expect(before.items).toEqual([]);
  });

  it('C-04 waits where it was told to', async () => {
    const { client, world } = enter('readyToConnect');
    const connectionId = world.connections[0]?.id ?? '';
    const channel = await client.createChannel({ body: { ...body, connectionId, startSync: false } });
    expect(channel).toMatchObject({ status: 'never_synced', currentRun: null });
  });

  it.each([
    ['a date to come', 'readyToConnect', { initialSyncDate: '2026-11-24' }, 'invalid_request'],
    ['B-05 a type to come', 'readyToConnect', { type: 'pos' }, 'unsupported_channel_type'],
    ['an unknown connection', 'readyToConnect', { connectionId: 'connection_999' }, 'connection_unavailable'],
    ['an expired connection', 'reconnectRequired', {}, 'connection_unavailable'],
    ['K-01 a connection with a channel', 'connected', {}, 'channel_exists'],
    ['tracking that is off', 'trackingOff', {}, 'sales_tracking_disabled'],
  ] as const)('is refused for %s', async (_, scenario, more, code) => {
    const { client, world } = enter(scenario);
    const connectionId = world.connections[0]?.id ?? '';
    const count = world.channels.length;
    expect((await problemOf(client.createChannel({ body: { ...body, connectionId, ...more } }))).code).toBe(
      code,
    );
    expect(world.channels).toHaveLength(count);
  });

  it('D-04 is refused before the earliest date, which is named', async () => {
    const { client, world } = enter('readyToConnect');
    world.context.earliestInitialSyncDate = '2026-09-01';
    const connectionId = world.connections[0]?.id ?? '';
    expect(await problemOf(client.createChannel({ body: { ...body, connectionId } }))).toMatchObject({
      code: 'invalid_request',
      earliestDate: '2026-09-01',
      errors: [{ path: 'body.initialSyncDate' }],
    });
  });

  it('K-02 is refused when the plan has no place left', async () => {
    const { client, world } = enter('severalConnections');
    world.context.entitlements.maxAccountingConnections = 1;
    const connectionId = world.connections[1]?.id ?? '';
    expect(await problemOf(client.createChannel({ body: { ...body, connectionId } }))).toMatchObject({
      code: 'connection_limit_reached',
      limit: 1,
    });
  });
});

async function move(scenario: 'connected' | 'neverSynced' | 'syncing', initialSyncDate: string) {
  const { client, world } = enter(scenario);
  const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
  return {
    client,
    world,
    channelId,
    call: client.updateChannel({ params: { channelId }, body: { initialSyncDate } }),
  };
}

describe('the initial sync date', () => {
  it('D-07 moves freely before the first sync', async () => {
    expect((await (await move('neverSynced', '2026-11-01')).call).initialSyncDate).toBe('2026-11-01');
  });

  it('D-07 moves earlier only after it, and the next sync fetches the added days', async () => {
    expect((await problemOf((await move('connected', '2026-11-01')).call)).code).toBe(
      'initial_sync_date_locked',
    );
    const { client, world, channelId, call } = await move('connected', '2026-04-01');
    await call;
    await client.syncChannel({ params: { channelId } });
    world.advance(60_000);
    const { items } = await client.listSales({ query: { dateTo: '2026-04-30', source: 'synced' } });
    expect(items.length).toBeGreaterThan(0);
  });

  it('does not move during a sync', async () => {
    expect((await problemOf((await move('syncing', '2024-01-01')).call)).code).toBe('sync_in_progress');
  });

  it('G-10 puts earlier sales out of range when it moves on before a sync succeeded', async () => {
    const { client, world } = enter('readyToConnect');
    world.nextRunProblem = 'provider_busy';
    const connectionId = world.connections[0]?.id ?? '';
    const { id } = await client.createChannel({
      body: { type: 'accounting', connectionId, initialSyncDate: '2026-01-01' },
    });
    world.advance(60_000);
    const totals = async () => client.getSalesTotals({ query: { channelId: id } });
    const { count } = await totals();
    expect(count).toBeGreaterThan(100);
    await client.updateChannel({ params: { channelId: id }, body: { initialSyncDate: '2026-11-20' } });
    expect(await totals()).toMatchObject({ count: 0, outOfRange: count });
  });
});
