import { expect } from 'vitest';
import type { Verification } from '../channel.ts';
import type { Checks } from './setting.ts';
import {
  daysAfter,
  enterSynced,
  enterTracking,
  entryOf,
  idle,
  lend,
  openChannel,
  signIn,
  sync,
} from './setting.ts';

const counted = (...[invoices, receipts, memos]: [number, number, number]): Verification['documents'] => ({
  invoice: { expected: invoices, stored: invoices, errors: 0 },
  sales_receipt: { expected: receipts, stored: receipts, errors: 0 },
  credit_memo: { expected: memos, stored: memos, errors: 0 },
});

/** What a channel says of itself while nobody looks after it. */
export const unattendedChecks: Checks = {
  'E-16 compares with the provider’s counts after a first sync and after one with news, not after one without':
    async (subject) => {
      const api = await enterTracking(subject);
      const [realmId] = api.business.realmIds;
      const from = daysAfter(api.today, -10);
      api.business.write(realmId, [
        entryOf('1', daysAfter(from, -1)),
        entryOf('2', from),
        entryOf('3', api.today),
        entryOf('4', api.today, { type: 'sales_receipt' }),
      ]);
      const { id: channelId, ...fresh } = await openChannel(api, await lend(api), from);
      expect(fresh.verification).toBeNull();
      const verified = async () => {
        await sync(api, channelId);
        const { verification, attention } = await api.ok('getChannel', { params: { channelId } });
        expect(attention).toEqual([]);
        return verification;
      };
      const first = await verified();
      expect(first?.documents).toEqual(counted(2, 1, 0));
      expect(await verified()).toEqual(first);
      api.business.write(realmId, [entryOf('5', api.today, { type: 'credit_memo', total: '-4.5' })]);
      const second = await verified();
      expect(second?.documents).toEqual(counted(2, 1, 1));
      expect(Date.parse(second?.checkedAt ?? '')).toBeGreaterThan(Date.parse(first?.checkedAt ?? ''));
    },

  'E-14 says when a channel syncs next by itself, which it does once it was synced and while it may': async (
    subject,
  ) => {
    const api = await enterSynced(subject);
    const { id: channelId } = api.channel;
    const next = async (params = { channelId }) => (await api.ok('getChannel', { params })).nextSyncAt;
    const endedAt = api.channel.lastRun?.endedAt ?? '';
    expect(Date.parse((await next()) ?? '')).toBeGreaterThan(Date.parse(endedAt));
    expect(await next({ channelId: api.manual.id })).toBeNull();
    const fresh = await openChannel(api, await lend(api, api.business.realmIds[1]), api.today);
    expect(fresh.nextSyncAt).toBeNull();
    api.business.hold();
    await api.ok('syncChannel', { params: { channelId } });
    expect(await next()).toBeNull();
    expect(Date.parse((await idle(api, channelId)).nextSyncAt ?? '')).toBeGreaterThan(Date.parse(endedAt));
    await api.ok('deactivateChannel', { params: { channelId } });
    expect(await next()).toBeNull();
  },

  'E-12 counts the calls of a channel’s company in the month, all of its syncs together': async (subject) => {
    const api = await enterSynced(subject);
    await sync(api, api.channel.id);
    const params = { channelId: api.channel.id };
    const runs = (await api.ok('listRuns', { params })).items;
    const used = runs.reduce((sum, { providerCalls }) => sum + providerCalls, 0);
    const { providerCalls } = await api.ok('getChannel', { params });
    expect(used).toBeGreaterThan(runs.length);
    expect(providerCalls).toEqual({ month: expect.stringMatching(/^\d{4}-\d{2}$/), used, ceiling: null });
    expect(api.manual.providerCalls).toBeNull();
  },

  'says when an authorization ends that was given here, and of no other': async (subject) => {
    const api = await enterTracking(subject);
    const { id, authorizationEndsAt } = await signIn(subject, api);
    expect(Date.parse(authorizationEndsAt ?? '')).toBeGreaterThan(Date.parse(api.today));
    const lent = await lend(api, api.business.realmIds[1]);
    expect(lent.authorizationEndsAt).toBeNull();
    const ended = await api.ok('disconnectConnection', { params: { connectionId: id } });
    expect(ended.authorizationEndsAt).toBeNull();
  },
};
