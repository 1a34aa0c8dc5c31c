import { expect } from 'vitest';
import type { Checks } from './setting.ts';
import {
  daysAfter,
  enterSynced,
  enterTracking,
  entryOf,
  idle,
  lend,
  NOBODYS_ID,
  openChannel,
  sync,
} from './setting.ts';

export const syncChecks: Checks = {
  'C-08 D-05 imports what the preview counts: documents dated on or after the date': async (subject) => {
    const api = await enterTracking(subject);
    const from = daysAfter(api.today, -10);
    api.business.write(api.business.realmIds[0], [
      entryOf('1', daysAfter(from, -1)),
      entryOf('2', from),
      entryOf('3', api.today, { type: 'sales_receipt' }),
      entryOf('4', api.today, { type: 'credit_memo', total: '-4.5' }),
    ]);
    const connection = await lend(api);
    const params = { connectionId: connection.id };
    const preview = await api.ok('previewImport', { params, query: { from } });
    expect(preview).toMatchObject({
      from,
      documents: { invoice: 1, sales_receipt: 1, credit_memo: 1 },
      total: 3,
    });
    const { id, currentRun } = await openChannel(api, connection, from, true);
    expect(currentRun).toMatchObject({ trigger: 'connected', requestedBy: { id: 'dana', name: 'Dana' } });
    expect(await idle(api, id)).toMatchObject({
      status: 'up_to_date',
      lastRun: {
        state: 'succeeded',
        phase: 'done',
        counts: { created: 3, updated: 0, voided: 0, errors: 0 },
        errors: [],
        problem: null,
      },
    });
    const totals = await api.ok('getSalesTotals');
    expect(totals).toMatchObject({ count: 3, voided: 0, outOfRange: 0 });
    expect(Number(totals.totals[0]?.total)).toBe(15.7);
  },

  'E-06 finds nothing new the second time, and writes nothing': async (subject) => {
    const api = await enterSynced(subject);
    const before = await api.ok('listChanges');
    expect((await sync(api, api.channel.id)).counts).toMatchObject({
      created: 0,
      updated: 0,
      voided: 0,
      errors: 0,
    });
    expect(await api.ok('listChanges')).toEqual(before);
  },

  'E-05 never starts a second sync, and names the one there is': async (subject) => {
    const api = await enterSynced(subject);
    const params = { channelId: api.channel.id };
    api.business.hold();
    const run = await api.ok('syncChannel', { params });
    expect(run).toMatchObject({ trigger: 'manual', channelId: api.channel.id, endedAt: null });
    expect((await api.refused('syncChannel', 'sync_in_progress', { params })).runId).toBe(run.id);
    const earlier = { params, body: { initialSyncDate: daysAfter(api.today, -60) } };
    expect((await api.refused('updateChannel', 'sync_in_progress', earlier)).runId).toBe(run.id);
    const [item, ...others] = (await api.ok('syncAllChannels')).items;
    expect(others).toEqual([]);
    expect(item).toMatchObject({ run: null, problem: { code: 'sync_in_progress', runId: run.id } });
    expect((await api.ok('getChannel', { params })).currentRun?.id).toBe(run.id);
    await idle(api, api.channel.id);
  },

  'E-15 asks every active channel to sync, one that cannot beside one that can': async (subject) => {
    const api = await enterSynced(subject);
    const second = await openChannel(api, await lend(api, api.business.realmIds[1]), api.today);
    const session = { entitlements: { maxAccountingConnections: 1 } };
    const { items } = await api.ok('syncAllChannels', {}, { session });
    const of = (channelId: string) => items.find((item) => item.channelId === channelId);
    expect(items).toHaveLength(2);
    expect(of(api.channel.id)).toMatchObject({ run: { trigger: 'manual' }, problem: null });
    expect(of(second.id)).toMatchObject({ run: null, problem: { code: 'not_in_plan', limit: 1 } });
    await idle(api, api.channel.id);
  },

  'E-12 keeps the runs of each channel, newest first, a page at a time': async (subject) => {
    const api = await enterSynced(subject);
    const runs = [api.channel.lastRun?.id ?? ''];
    for (let count = 0; count < 3; count += 1) runs.unshift((await sync(api, api.channel.id)).id);
    const params = { channelId: api.channel.id };
    const first = await api.ok('listRuns', { params, query: { limit: 3 } });
    const second = await api.ok('listRuns', { params, query: { limit: 3, cursor: first.nextCursor ?? '' } });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(runs);
    expect(second.nextCursor).toBeNull();
    for (const run of first.items) expect(await api.ok('getRun', { params: { runId: run.id } })).toEqual(run);
    const manual = await api.ok('listRuns', { params: { channelId: api.manual.id } });
    expect(manual).toEqual({ items: [], nextCursor: null });
    await api.refused('getRun', 'not_found', { params: { runId: NOBODYS_ID } });
  },
};
