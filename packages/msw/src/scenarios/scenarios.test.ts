import { readFile } from 'node:fs/promises';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { Big } from 'big.js';
import { describe, expect, it } from 'vitest';
import type { ScenarioName } from './scenarios.ts';
import { describeScenario, SCENARIO_NAMES } from './scenarios.ts';
import { clock, problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();

/** Everything the API says of a business, walked from its lists. */
async function readAll(client: SalesChannelsClient) {
  const context = await client.getContext();
  const connections = (await client.listConnections()).items;
  const channels = (await client.listChannels()).items;
  const runs = await Promise.all(
    channels.map(({ id }) => client.listRuns({ params: { channelId: id }, query: {} })),
  );
  const sales = [];
  for (let cursor: string | undefined; ;) {
    const page = await client.listSales({ query: { limit: 200, cursor } });
    sales.push(...page.items);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  const totals = await client.getSalesTotals({ query: {} });
  return { context, connections, channels, runs: runs.flatMap(({ items }) => items), sales, totals };
}

const statusOf = async (scenario: ScenarioName) =>
  (await enter(scenario).client.listChannels()).items.map(({ status }) => status);

const SILENT = {
  loading: 'timeout',
  serverError: 'internal',
  notInPlan: 'plan_required',
  noPermission: 'forbidden',
  slow: 'timeout',
  offline: 'network',
} as const satisfies Partial<Record<ScenarioName, string>>;

it.each(SCENARIO_NAMES.filter((name) => !(name in SILENT)))(
  '%s answers as the contract says',
  async (name) => {
    const { channels, sales, runs, context } = await readAll(enter(name).client);
    expect(context.business.id).toBe('brightwater');
    expect(new Set(sales.map(({ id }) => id)).size).toBe(sales.length);
    const known = channels.map(({ id }) => id);
    expect(known).toEqual(
      expect.arrayContaining([...new Set([...sales, ...runs].map(({ channelId }) => channelId))]),
    );
  },
);

it.each(Object.entries(SILENT) as [ScenarioName, string][])(
  '%s answers %s instead of sales',
  async (name, code) => {
    const { client } = code === 'timeout' ? enter(name, 50) : enter(name);
    expect((await problemOf(client.listSales({ query: {} }))).code).toBe(code);
  },
);

it('has a line in the README each', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `(\w+)` +\| (.+?) +\|$/gm)].map(([, name, about]) => [name, about]);
  expect(rows).toEqual(SCENARIO_NAMES.map((name) => [name, describeScenario(name)]));
});

it('has its example in the README as it runs', async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
  expect(await read('../../README.md')).toContain(await read('../examples/vitest.test.ts'));
});

it.each([
  ['notConnected', ['active']],
  ['readyToConnect', ['active']],
  ['connected', ['up_to_date', 'active']],
  ['syncing', ['syncing', 'active']],
  ['failed', ['sync_failed', 'active']],
  ['completedWithErrors', ['completed_with_errors', 'active']],
  ['neverSynced', ['never_synced', 'active']],
  ['reconnectRequired', ['reconnect_required', 'active']],
  ['disconnected', ['disconnected', 'active']],
  ['inactive', ['inactive', 'active']],
  ['trackingOff', ['inactive', 'inactive']],
  ['emptySales', ['active']],
  ['syncing40', ['syncing', 'active']],
  ['nothingInRange', ['up_to_date', 'active']],
  ['twoChannels', ['up_to_date', 'up_to_date', 'active']],
  ['firstSyncFailed', ['sync_failed', 'active']],
  ['accessLost', ['sync_failed', 'active']],
  ['planLost', ['not_in_plan', 'active']],
  ['limitReached', ['up_to_date', 'up_to_date', 'active']],
  ['downgraded', ['up_to_date', 'not_in_plan', 'active']],
] as const)('%s shows channels that are %j', async (scenario, statuses) => {
  expect(await statusOf(scenario)).toEqual(statuses);
});

describe('connected', () => {
  it('adds its totals up exactly, a currency at a time, without voided sales', async () => {
    const { sales, totals } = await readAll(enter('connected').client);
    const counted = sales.filter(({ state, outOfRange }) => state === 'active' && !outOfRange);
    expect(totals.count).toBe(counted.length);
    expect(totals.voided).toBe(sales.length - counted.length);
    expect(totals.totals.map(({ currency }) => currency)).toEqual(
      expect.arrayContaining(['USD', 'EUR', 'JPY']),
    );
    for (const { currency, total, count } of totals.totals) {
      const some = counted.filter((sale) => sale.currency === currency);
      const sum = some.reduce((amount, sale) => amount.plus(sale.total), new Big(0));
      expect({ total, count }).toEqual({ total: sum.toFixed(), count: some.length });
    }
  });

  it('has sales of every kind there is to show', async () => {
    const { sales } = await readAll(enter('connected').client);
    expect(sales.length).toBeGreaterThan(300);
    for (const type of ['invoice', 'sales_receipt', 'credit_memo', 'manual_sale']) {
      expect(sales.some((sale) => sale.type === type)).toBe(true);
    }
    expect(sales.some(({ customerName }) => customerName === null)).toBe(true);
    expect(sales.some(({ number, source }) => number === null && source === 'synced')).toBe(true);
    expect(sales.some(({ voidReason }) => voidReason === 'voided_at_source')).toBe(true);
    expect(sales.some(({ voidReason }) => voidReason === 'deleted_at_source')).toBe(true);
    expect(
      sales.filter(({ type }) => type === 'credit_memo').every(({ total }) => total.startsWith('-')),
    ).toBe(true);
    expect(
      sales.filter(({ currency }) => currency === 'JPY').every(({ total }) => !total.includes('.')),
    ).toBe(true);
  });

  it('has lines, discount, shipping and tax that make the total of each sale', () => {
    const { world } = enter('connected');
    for (const { sale } of world.sales) {
      const lines = sale.lines.reduce((sum, { amount }) => sum.plus(amount), new Big(0));
      const total = lines.minus(sale.discount).plus(sale.shipping).plus(sale.tax);
      expect(total.times(sale.type === 'credit_memo' ? -1 : 1).toFixed()).toBe(sale.total);
    }
  });

  it('has dates that can follow each other', async () => {
    const { world } = enter('connected');
    const now = clock().toISOString();
    for (const { sale } of world.sales) {
      expect(sale.date <= world.today()).toBe(true);
      expect((sale.providerCreatedAt ?? '') <= sale.importedAt).toBe(true);
      expect(sale.importedAt <= sale.updatedAt && sale.updatedAt <= now).toBe(true);
    }
    const { channels, runs } = await readAll(enter('connected').client);
    for (const run of runs)
      expect((run.startedAt ?? '') < (run.endedAt ?? '') && (run.endedAt ?? '') < now).toBe(true);
    expect(channels[0]?.lastSyncedAt).toBe(runs[0]?.endedAt);
  });

  it('has runs whose counts tell of the sales there are', async () => {
    const { channels, runs, sales } = await readAll(enter('connected').client);
    const synced = sales.filter(({ channelId }) => channelId === channels[0]?.id);
    const countOf = (kind: 'created' | 'voided') => runs.reduce((sum, { counts }) => sum + counts[kind], 0);
    expect(countOf('created')).toBe(synced.length);
    expect(countOf('voided')).toBe(synced.filter(({ state }) => state === 'voided').length);
  });

  it('is the same every time at the same time', () => {
    expect(enter('connected').world.sales).toEqual(enter('connected').world.sales);
  });
});

describe('syncing', () => {
  it('E-01 moves with the clock and ends by itself', async () => {
    const { client, world } = enter('syncing');
    const read = async () => (await client.listChannels()).items[0];
    const first = await read();
    world.advance(4000);
    const later = await read();
    expect(later?.currentRun?.id).toBe(first?.currentRun?.id);
    expect(later?.currentRun?.progress.done).toBeGreaterThan(first?.currentRun?.progress.done ?? Infinity);
    world.advance(60_000);
    const last = await read();
    expect(last).toMatchObject({
      status: 'up_to_date',
      currentRun: null,
      lastRun: { state: 'succeeded', progress: { done: 1240, total: 1240 }, counts: { created: 1240 } },
    });
    expect((await client.getSalesTotals({ query: { source: 'synced' } })).count).toBe(1240);
  });
});
