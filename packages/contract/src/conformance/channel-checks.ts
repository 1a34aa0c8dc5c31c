import { expect } from 'vitest';
import type { Checks } from './setting.ts';
import {
  daysAfter,
  enter,
  enterSynced,
  enterTracking,
  entryOf,
  idle,
  lend,
  NOBODYS_ID,
  openChannel,
  sync,
} from './setting.ts';
import { MAX_LOOK_BACK_DAYS } from './subject.ts';

export const channelChecks: Checks = {
  'A-03 A-04 keeps one Manual channel whatever is turned on and off': async (subject) => {
    const { ok } = await enter(subject);
    expect((await ok('listChannels')).items).toEqual([]);
    const enable = (enabled: boolean) => ok('setSalesTracking', { body: { enabled } });
    await Promise.all([enable(true), enable(true), enable(true)]);
    const { items } = await ok('listChannels');
    expect(items).toMatchObject([
      {
        type: 'manual',
        name: 'Manual',
        status: 'active',
        isActive: true,
        connection: null,
        initialSyncDate: null,
        lastSyncedAt: null,
        lastRun: null,
        currentRun: null,
      },
    ]);
    expect(await enable(false)).toEqual({ enabled: false, prerequisite: null });
    expect((await ok('listChannels')).items).toMatchObject([{ status: 'inactive', isActive: true }]);
    await enable(true);
    expect((await ok('listChannels')).items).toEqual(items);
  },

  'C-06 creates one channel of a repeated request, and refuses a second on the connection': async (
    subject,
  ) => {
    const api = await enterTracking(subject);
    const connection = await lend(api);
    const body = {
      type: 'accounting',
      connectionId: connection.id,
      initialSyncDate: daysAfter(api.today, -10),
      startSync: false,
    };
    const channel = await api.ok('createChannel', { body }, { idempotencyKey: 'k-1' });
    expect(channel).toMatchObject({
      type: 'accounting',
      status: 'never_synced',
      isActive: true,
      attention: [],
      initialSyncDate: body.initialSyncDate,
      connection: { id: connection.id, ownership: 'host', companyName: connection.companyName },
      currentRun: null,
      lastRun: null,
      lastSyncedAt: null,
    });
    expect(await api.ok('createChannel', { body }, { idempotencyKey: 'k-1' })).toEqual(channel);
    const other = { ...body, initialSyncDate: api.today };
    await api.refused('createChannel', 'idempotency_conflict', { body: other }, { idempotencyKey: 'k-1' });
    const problem = await api.refused('createChannel', 'channel_exists', { body });
    expect(problem.channelId).toBe(channel.id);
    expect((await api.ok('listConnections')).items).toMatchObject([{ channelId: channel.id }]);
    const { items } = await api.ok('listChannels');
    expect(items.map(({ type }) => type)).toEqual(['accounting', 'manual']);
    expect(items[0]).toEqual(channel);
  },

  'B-05 D-02 D-04 refuses types to come, dates to come or too early, and what cannot be used': async (
    subject,
  ) => {
    const off = await enter(subject);
    const body = { type: 'accounting', connectionId: NOBODYS_ID, initialSyncDate: off.today };
    await off.refused('createChannel', 'sales_tracking_disabled', { body });
    await off.ok('setSalesTracking', { body: { enabled: true } });
    await off.refused('createChannel', 'connection_unavailable', { body });
    for (const type of ['manual', 'pos', 'ecommerce']) {
      await off.refused('createChannel', 'unsupported_channel_type', { body: { ...body, type } });
    }
    const { id: connectionId } = await lend(off);
    const on = (initialSyncDate: string) => ({ body: { ...body, connectionId, initialSyncDate } });
    const late = await off.refused('createChannel', 'invalid_request', on(daysAfter(off.today, 1)));
    expect(late.errors).toMatchObject([{ path: 'body.initialSyncDate' }]);
    const earliestDate = daysAfter(off.today, -MAX_LOOK_BACK_DAYS);
    const early = await off.refused('createChannel', 'invalid_request', on(daysAfter(earliestDate, -1)));
    expect(early).toMatchObject({ earliestDate, errors: [{ path: 'body.initialSyncDate' }] });
    expect((await off.ok('getContext')).earliestInitialSyncDate).toBe(earliestDate);
    await off.ok('createChannel', on(earliestDate));
  },

  'K-02 K-06 has as many channels as the plan has room for': async (subject) => {
    const api = await enterTracking(subject);
    const [first, second] = api.business.realmIds;
    const session = { entitlements: { maxAccountingConnections: 1 } };
    const oldest = await openChannel(api, await lend(api, first), api.today);
    const { id: connectionId } = await lend(api, second);
    const body = { type: 'accounting', connectionId, initialSyncDate: api.today, startSync: false };
    const refusal = { limit: 1, requiredPlan: 'Advanced' };
    expect(
      await api.refused('createChannel', 'connection_limit_reached', { body }, { session }),
    ).toMatchObject(refusal);
    const newest = await api.ok('createChannel', { body });
    const statuses = async () =>
      (await api.ok('listChannels', {}, { session })).items.map(({ status }) => status);
    expect(await statuses()).toEqual(['never_synced', 'not_in_plan', 'active']);
    const params = { channelId: newest.id };
    expect(await api.refused('syncChannel', 'not_in_plan', { params }, { session })).toMatchObject(refusal);
    await api.ok('deactivateChannel', { params: { channelId: oldest.id } }, { session });
    expect(await statuses()).toEqual(['inactive', 'never_synced', 'active']);
    const back = { params: { channelId: oldest.id } };
    expect(await api.refused('activateChannel', 'not_in_plan', back, { session })).toMatchObject(refusal);
    await api.ok('activateChannel', back);
    await idle(api, oldest.id);
  },

  'D-07 moves the initial sync date freely before the first sync, and earlier only afterwards': async (
    subject,
  ) => {
    const api = await enterTracking(subject);
    const { today } = api;
    api.business.write(api.business.realmIds[0], [
      entryOf('1', daysAfter(today, -20)),
      entryOf('2', daysAfter(today, -10)),
      entryOf('3', daysAfter(today, -9)),
    ]);
    const { id: channelId } = await openChannel(api, await lend(api), today);
    const move = (days: number) => ({
      params: { channelId },
      body: { initialSyncDate: daysAfter(today, days) },
    });
    const datesOf = async () => (await api.ok('listSales')).items.map(({ date }) => date);
    await api.ok('updateChannel', move(-5));
    expect((await api.ok('updateChannel', move(-10))).initialSyncDate).toBe(daysAfter(today, -10));
    expect((await sync(api, channelId)).counts).toMatchObject({ created: 2 });
    expect(await datesOf()).toEqual([daysAfter(today, -9), daysAfter(today, -10)]);
    await api.refused('updateChannel', 'initial_sync_date_locked', move(-9));
    await api.ok('updateChannel', move(-10));
    await api.ok('updateChannel', move(-20));
    expect((await sync(api, channelId)).counts).toMatchObject({
      created: 1,
      updated: 0,
      voided: 0,
      errors: 0,
    });
    expect(await datesOf()).toHaveLength(3);
    const manual = { params: { channelId: api.manual.id }, body: { initialSyncDate: today } };
    await api.refused('updateChannel', 'invalid_request', manual);
  },

  'I-01 I-02 I-03 I-07 deactivates and activates, keeping sales, and resumes': async (subject) => {
    const api = await enterSynced(subject);
    const { id: channelId } = api.channel;
    const params = { channelId };
    const stopped = await api.ok('deactivateChannel', { params });
    expect(stopped).toMatchObject({
      status: 'inactive',
      isActive: false,
      connection: { id: api.connection.id },
    });
    expect(await api.ok('deactivateChannel', { params })).toEqual(stopped);
    await api.refused('syncChannel', 'channel_inactive', { params });
    expect((await api.ok('syncAllChannels')).items).toEqual([]);
    expect((await api.ok('getSalesTotals')).count).toBe(1);
    api.business.write(api.business.realmIds[0], [entryOf('2', daysAfter(api.today, -1))]);
    expect(await api.ok('activateChannel', { params })).toMatchObject({
      isActive: true,
      status: 'syncing',
      currentRun: { trigger: 'reactivation', requestedBy: { id: 'dana' } },
    });
    const active = await idle(api, channelId);
    expect(active).toMatchObject({
      status: 'up_to_date',
      lastRun: { trigger: 'reactivation', counts: { created: 1 } },
    });
    expect(await api.ok('activateChannel', { params })).toEqual(active);
    expect((await api.ok('getSalesTotals')).count).toBe(2);
  },

  'I-05 ends a run that is under way when its channel is deactivated': async (subject) => {
    const api = await enterSynced(subject);
    const { id: channelId } = api.channel;
    api.business.hold();
    const { id: runId } = await api.ok('syncChannel', { params: { channelId } });
    await api.ok('deactivateChannel', { params: { channelId } });
    expect(await idle(api, channelId)).toMatchObject({ status: 'inactive', currentRun: null });
    expect((await api.ok('getRun', { params: { runId } })).state).toBe('stopped');
  },

  'I-08 leaves the Manual channel as it is': async (subject) => {
    const { ok, refused, manual } = await enterTracking(subject);
    const params = { channelId: manual.id };
    await refused('deactivateChannel', 'manual_channel_fixed', { params });
    await refused('removeChannel', 'manual_channel_fixed', { params });
    await refused('syncChannel', 'invalid_request', { params });
    expect(await ok('activateChannel', { params })).toEqual(manual);
  },

  'A-04 refuses to sync and to activate while sales tracking is off': async (subject) => {
    const api = await enterSynced(subject);
    const params = { channelId: api.channel.id };
    await api.ok('deactivateChannel', { params });
    await api.ok('setSalesTracking', { body: { enabled: false } });
    await api.refused('activateChannel', 'sales_tracking_disabled', { params });
    await api.refused('syncChannel', 'sales_tracking_disabled', { params });
    await api.refused('syncAllChannels', 'sales_tracking_disabled');
  },

  'J-06 removes a channel only while it has no sales and no sync': async (subject) => {
    const api = await enterTracking(subject);
    const connection = await lend(api);
    const { id } = await openChannel(api, connection, api.today);
    expect(await api.ok('removeChannel', { params: { channelId: id } })).toEqual({ id });
    await api.refused('getChannel', 'not_found', { params: { channelId: id } });
    await api.refused('removeChannel', 'not_found', { params: { channelId: id } });
    expect((await api.ok('listConnections')).items).toMatchObject([{ channelId: null }]);
    api.business.write(api.business.realmIds[0], [entryOf('1', api.today)]);
    const again = await openChannel(api, connection, api.today);
    const params = { channelId: again.id };
    api.business.hold();
    const run = await api.ok('syncChannel', { params });
    expect((await api.refused('removeChannel', 'sync_in_progress', { params })).runId).toBe(run.id);
    await idle(api, again.id);
    await api.refused('removeChannel', 'channel_has_sales', { params });
  },
};
