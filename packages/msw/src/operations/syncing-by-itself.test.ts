import { describe, expect, it } from 'vitest';
import { problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();
const HOUR_MS = 3_600_000;

function enterChannel(...given: Parameters<typeof enter>) {
  const { client, world } = enter(...given);
  const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
  const params = { channelId };
  return {
    client,
    world,
    params,
    channel: () => client.getChannel({ params }),
    triggers: async () => (await client.listRuns({ params, query: {} })).items.map(({ trigger }) => trigger),
    sync: async () => {
      const { id } = await client.syncChannel({ params });
      world.advance(60_000);
      return client.getRun({ params: { runId: id } });
    },
  };
}

describe('E-14 a channel that syncs by itself', () => {
  it('says when it is due, and then does, once for each time', async () => {
    const { channel, world, triggers } = enterChannel('connected');
    const { nextSyncAt, lastSyncedAt } = await channel();
    expect(Date.parse(nextSyncAt ?? '') - Date.parse(lastSyncedAt ?? '')).toBe(6 * HOUR_MS);
    const before = (await triggers()).length;
    world.advance(17 * HOUR_MS);
    expect((await triggers()).slice(0, -before)).toEqual(['schedule', 'schedule', 'schedule']);
  });

  it.each([
    'inactive',
    'disconnected',
    'trackingOff',
    'reconnectRequired',
    'accessLost',
    'neverSynced',
  ] as const)('is not due where it may not sync, or somebody has to act first: %s', async (scenario) => {
    const { channel, world } = enterChannel(scenario);
    const before = world.runs.length;
    expect((await channel()).nextSyncAt).toBeNull();
    world.advance(48 * HOUR_MS);
    await channel();
    expect(world.runs).toHaveLength(before);
  });

  it('reads what the provider reports, seconds later and once', async () => {
    const { channel, world, triggers } = enterChannel('connected');
    const { realmId = '' } = world.connections[0] ?? {};
    world.reportChange(realmId);
    world.reportChange(realmId);
    expect((await channel()).currentRun).toBeNull();
    world.advance(10_000);
    expect((await channel()).lastRun).toMatchObject({ trigger: 'webhook', requestedBy: null });
    expect((await triggers()).filter((trigger) => trigger === 'webhook')).toHaveLength(1);
  });

  it('E-13 tries again what failed, later each time', async () => {
    const { channel, world } = enterChannel('failed');
    const waitOf = async () => {
      const { nextSyncAt, lastRun } = await channel();
      return (Date.parse(nextSyncAt ?? '') - Date.parse(lastRun?.endedAt ?? '')) / 60_000;
    };
    expect(await waitOf()).toBe(5);
    world.nextRunProblem = 'provider_busy';
    world.advance(4 * 60_000);
    expect((await channel()).lastRun?.state).toBe('failed');
    expect(await waitOf()).toBe(15);
    world.advance(20 * 60_000);
    expect((await channel()).status).toBe('up_to_date');
  });

  it('does nothing by itself where there is no schedule', async () => {
    const { channel, world } = enterChannel('connected');
    world.syncEveryMs = null;
    expect((await channel()).nextSyncAt).toBeNull();
  });
});

describe('E-16 what is compared with the counts of the provider', () => {
  it('is right after a first sync, errors included', async () => {
    const { channel, world, sync } = enterChannel('neverSynced');
    expect((await channel()).verification).toBeNull();
    const [company] = world.companies;
    const reason = 'It has no currency.';
    if (company) company.unreadable = [{ type: 'credit_memo', externalId: '7', number: null, reason }];
    const run = await sync();
    expect(run).toMatchObject({ state: 'completed_with_errors', errors: [{ externalId: '7' }] });
    const { verification, attention } = await channel();
    expect(verification?.checkedAt).toBe(run.endedAt);
    const counts = Object.values(verification?.documents ?? {});
    expect(counts.every(({ expected, stored, errors }) => expected === stored + errors)).toBe(true);
    expect(counts.reduce((sum, { stored }) => sum + stored, 0)).toBe(run.counts.created);
    expect(verification?.documents.credit_memo.errors).toBe(1);
    expect(attention).toEqual(['document_errors']);
  });

  it('is not compared after a sync without news, and daily', async () => {
    const { channel, world, sync } = enterChannel('connected');
    const before = (await channel()).verification?.checkedAt;
    expect((await sync()).providerCalls).toBe(1);
    expect((await channel()).verification?.checkedAt).toBe(before);
    world.syncEveryMs = null;
    world.advance(24 * HOUR_MS);
    const daily = await sync();
    expect(daily).toMatchObject({ providerCalls: 4, counts: { created: 0, updated: 0, voided: 0 } });
    expect((await channel()).verification?.checkedAt).toBe(daily.endedAt);
  });

  it('asks for attention where it differs, until the next sync has compared everything', async () => {
    const { channel, sync } = enterChannel('countMismatch');
    expect((await channel()).attention).toEqual(['count_mismatch']);
    expect((await sync()).counts.created).toBe(3);
    const { attention, verification } = await channel();
    expect(attention).toEqual([]);
    for (const { expected, stored } of Object.values(verification?.documents ?? {}))
      expect(stored).toBe(expected);
  });

  it('G-03 voids what the company has no more', async () => {
    const { channel, world, sync } = enterChannel('connected');
    const company = world.companies[0];
    const known = world.sales.findLast(
      ({ sale }) => sale.source === 'synced' && sale.state === 'active',
    )?.sale;
    if (company)
      company.documents = company.documents.filter(({ externalId }) => externalId !== known?.externalId);
    expect((await sync()).counts.voided).toBe(1);
    expect((await channel()).attention).toEqual([]);
  });
});

describe('the calls of a month', () => {
  it('are counted, and end a sync where there are no more until the next month', async () => {
    const { channel, client, world, params, sync } = enterChannel('budgetReached');
    const { providerCalls, attention, status, nextSyncAt } = await channel();
    expect(providerCalls).toMatchObject({ month: '2026-11', used: providerCalls?.ceiling });
    expect({ attention, status }).toEqual({ attention: ['budget_reached'], status: 'sync_failed' });
    expect(nextSyncAt).toBe('2026-12-01T00:00:00.000Z');
    expect((await sync()).problem).toMatchObject({ code: 'budget_reached', availableAt: nextSyncAt });
    world.setNow('2026-12-01T00:01:00Z');
    expect(await channel()).toMatchObject({
      attention: [],
      status: 'up_to_date',
      providerCalls: { month: '2026-12' },
    });
    expect((await client.listRuns({ params, query: { limit: 1 } })).items[0]?.trigger).toBe('schedule');
  });
});

describe('H-attention the end of an authorisation', () => {
  it('is told thirty days ahead, and moved on by a new sign-in', async () => {
    const { channel, client, world } = enterChannel('authorisationExpiresSoon');
    expect((await channel()).attention).toEqual(['authorisation_expires_soon']);
    const [connection] = (await client.listConnections()).items;
    expect(connection?.authorizationEndsAt).toBe('2026-12-05T15:30:00.000Z');
    const body = { provider: 'quickbooks', connectionId: connection?.id ?? '' };
    const { id } = await client.startAuthorization({ body });
    world.finishAuthorization(id, 'approved');
    expect((await channel()).attention).toEqual([]);
  });

  it('is not known of a connection of the host’s', async () => {
    const { client, world } = enterChannel('severalConnections');
    expect(world.connections.at(-1)?.ownership).toBe('host');
    const ends = (await client.listConnections()).items.map(({ authorizationEndsAt }) => authorizationEndsAt);
    expect(ends.at(-1)).toBeNull();
    expect((await problemOf(client.getChannel({ params: { channelId: 'none' } }))).code).toBe('not_found');
  });
});
