import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { UnreadableDocument } from '../provider/provider.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { later, useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, sync } = useSyncedBusiness();
const channelNow = async () => (await business.test.client.listChannels()).items[0];
const absurd = (fields: object = {}) => scriptedSale('absurd', { total: 'not a number', ...fields });

describe('E-10 a document that cannot be imported', () => {
  it('E-10 and G-10 is forgotten once it is dated before the initial sync date', async () => {
    business.provider.documents = [scriptedSale('good'), absurd()];
    const channel = await business.test.openChannel();
    expect((await sync(channel.id)).state).toBe('completed_with_errors');
    business.provider.documents = [
      scriptedSale('good'),
      absurd({ date: '2025-12-31', updatedAt: later(1000) }),
    ];
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { errors: 0 } });
    business.provider.documents.push(scriptedSale('another', { updatedAt: later(2000) }));
    await sync(channel.id);
    expect(await channelNow()).toMatchObject({
      attention: [],
      verification: { documents: { invoice: { expected: 2, stored: 2, errors: 0 } } },
    });
  });

  it('E-10 is kept with what fits of its number, and stops no other', async () => {
    business.provider.documents = [
      scriptedSale('good'),
      scriptedSale('endless', { number: '7'.repeat(17_000_000) }),
    ];
    const channel = await business.test.openChannel();
    const run = await sync(channel.id);
    expect(run).toMatchObject({ state: 'completed_with_errors', counts: { created: 1, errors: 1 } });
    expect(run.errors).toMatchObject([
      { externalId: 'endless', number: expect.stringMatching(/^7{100,200}…$/) },
    ]);
  });

  it('E-10 and D-07 is forgotten when reading starts over from another date', async () => {
    business.provider.documents = [absurd(), scriptedSale('good', { date: '2026-06-01' })];
    business.provider.before = ({ kind }) => {
      if (kind === 'changes') throw new ProviderError('rejected', 'Not today');
    };
    const channel = await business.test.openChannel();
    expect(await sync(channel.id)).toMatchObject({ state: 'failed', counts: { errors: 1 } });
    business.provider.before = () => {};
    await business.test.client.updateChannel({
      params: { channelId: channel.id },
      body: { initialSyncDate: '2026-05-01' },
    });
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { errors: 0 } });
  });

  it('E-10 and D-07 stays one when only the days before it are read', async () => {
    business.provider.documents = [absurd(), scriptedSale('good')];
    const channel = await business.test.openChannel();
    expect((await sync(channel.id)).state).toBe('completed_with_errors');
    await business.test.client.updateChannel({
      params: { channelId: channel.id },
      body: { initialSyncDate: '2025-12-01' },
    });
    expect(await sync(channel.id)).toMatchObject({
      state: 'completed_with_errors',
      counts: { errors: 1 },
    });
  });

  it('E-10 stays one without id and number until its kind was read to the end without it', async () => {
    let nameless: UnreadableDocument[] = [
      { type: 'invoice', externalId: null, number: null, reason: 'It has no id.', date: null, place: null },
    ];
    const of = <T extends { unreadable: UnreadableDocument[] }>(page: T): T => ({
      ...page,
      unreadable: nameless,
    });
    const { provider } = business;
    const [readPage, count] = [provider.pageSince.bind(provider), provider.count.bind(provider)];
    provider.documents = [scriptedSale('good')];
    provider.pageSince = async (access, query) =>
      query.type === 'invoice' ? of(await readPage(access, query)) : readPage(access, query);
    provider.count = async (access, query) =>
      (await count(access, query)) + (query.type === 'invoice' ? nameless.length : 0);
    const channel = await business.test.openChannel();
    expect((await sync(channel.id)).state).toBe('completed_with_errors');
    expect(await sync(channel.id)).toMatchObject({
      state: 'completed_with_errors',
      counts: { errors: 1 },
    });
    nameless = [];
    provider.documents = [scriptedSale('good'), scriptedSale('named', { updatedAt: later(1000) })];
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 1, errors: 0 } });
  });
});
