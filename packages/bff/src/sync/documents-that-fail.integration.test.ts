import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { UnreadableDocument } from '../provider/provider.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const DAY = 86_400_000;
const { business, restart, sync, sales } = useSyncedBusiness();

const unreadable = (externalId: string | null): UnreadableDocument => ({
  type: 'invoice',
  externalId,
  number: '666',
  date: '2026-03-05',
  reason: 'It says nothing.',
  place: null,
});

describe('documents that fail', () => {
  it('G-07 voids nothing because a document that was asked for came without its id', async () => {
    const clock = { now: Date.now() - 100 * DAY };
    const now = () => new Date(clock.now);
    await restart({ provider: createScriptedProvider({ now }), clock: now, syncEveryMinutes: null });
    const old = { updatedAt: new Date(clock.now - DAY) };
    const kept = ['a', 'b', 'c'].map((id) => scriptedSale(id, old));
    business.provider.documents = kept;
    const channel = await business.test.openChannel();
    await sync(channel.id);

    clock.now += 40 * DAY;
    business.provider.documents = kept.slice(0, 1);
    const documentsById = business.provider.documentsById.bind(business.provider);
    business.provider.documentsById = async (access, query) => ({
      ...(await documentsById(access, query)),
      unreadable: query.externalIds.includes('b') ? [unreadable(null)] : [],
    });
    await sync(channel.id);
    expect((await sales()).map(({ state }) => state)).toEqual(['active', 'active', 'active']);
  });

  it('G-07 still asks for one whose id was missing from the answer', async () => {
    const pageSince = business.provider.pageSince.bind(business.provider);
    business.provider.pageSince = async (access, query) => ({
      ...(await pageSince(access, query)),
      unreadable: query.type === 'invoice' ? [unreadable('bad')] : [],
    });
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.pageSince = pageSince;
    const documentsById = business.provider.documentsById.bind(business.provider);
    business.provider.documentsById = async (access, query) => ({
      ...(await documentsById(access, query)),
      unreadable: [unreadable(null)],
    });
    await sync(channel.id);
    business.provider.documentsById = documentsById;
    business.provider.documents = [scriptedSale('bad', { updatedAt: new Date(Date.now() - 5 * DAY) })];
    expect((await sync(channel.id)).counts).toMatchObject({ created: 1 });
  });

  it('E-10 do not keep out what changed when they cannot be asked for', async () => {
    const pageSince = business.provider.pageSince.bind(business.provider);
    business.provider.pageSince = async (access, query) => ({
      ...(await pageSince(access, query)),
      unreadable: query.type === 'invoice' ? [unreadable('bad')] : [],
    });
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.pageSince = pageSince;
    business.provider.before = ({ kind }) => {
      if (kind === 'documents') throw new ProviderError('rejected', 'Not these');
    };
    business.provider.documents = [scriptedSale('new', { updatedAt: new Date() })];
    expect(await sync(channel.id)).toMatchObject({
      state: 'completed_with_errors',
      counts: { created: 1, errors: 1 },
    });
  });
});
