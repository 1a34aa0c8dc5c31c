import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { testSession } from '../testing/start-test-bff.ts';
import { later, useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync, sales, only } = useSyncedBusiness();

describe('what changes afterwards', () => {
  it('G-01 replaces lines, so that removed ones are gone', async () => {
    const line = scriptedSale('1').lines[0]!;
    business.provider.documents = [
      scriptedSale('1', { lines: [line, { ...line, itemId: '6', itemName: 'Plate' }] }),
    ];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    const before = await only();
    business.provider.documents = [
      scriptedSale('1', { lines: [{ ...line, quantity: '3' }], customer: null, updatedAt: later(5) }),
    ];
    await sync(channel.id);
    const after = await only();
    expect(after).toMatchObject({
      id: before.id,
      customerName: null,
      revision: 2,
      lines: [{ itemId: '5', quantity: '3' }],
    });
    expect(after.lines).toHaveLength(1);
  });

  it('D-06 leaves out a document dated before the floor when it is edited later', async () => {
    business.provider.documents = [scriptedSale('old', { date: '2025-12-31' })];
    const channel = await business.test.openChannel('2026-01-01');
    await sync(channel.id);
    business.provider.documents = [
      scriptedSale('old', { date: '2025-12-31', number: 'paid', updatedAt: later(5) }),
    ];
    expect((await sync(channel.id)).counts).toEqual({
      created: 0,
      updated: 0,
      voided: 0,
      unchanged: 0,
      errors: 0,
    });
    expect(await sales()).toEqual([]);
  });

  it('G-10 follows a date that moves out of range and into it', async () => {
    business.provider.documents = [scriptedSale('out'), scriptedSale('in', { date: '2025-12-31' })];
    const channel = await business.test.openChannel('2026-01-01');
    await sync(channel.id);
    business.provider.documents = [
      scriptedSale('out', { date: '2025-11-30', updatedAt: later(5) }),
      scriptedSale('in', { date: '2026-02-01', updatedAt: later(5) }),
    ];
    expect((await sync(channel.id)).counts).toMatchObject({ created: 1, updated: 1 });
    expect(await sales()).toMatchObject([
      { number: 'N-in', outOfRange: false },
      { number: 'N-out', outOfRange: true },
    ]);
    expect(await business.test.client.getSalesTotals({ query: {} })).toMatchObject({
      count: 1,
      outOfRange: 1,
    });
  });

  it('G-03 takes what one answer tells as changed and as deleted for what came later', async () => {
    business.provider.documents = [scriptedSale('deleted'), scriptedSale('restored')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    const [edited, deleted, restored] = [later(5), later(10), later(15)];
    business.provider.documents = [
      scriptedSale('deleted', { total: '7', updatedAt: edited }),
      scriptedSale('restored', { total: '8', updatedAt: restored }),
      scriptedSale('short-lived', { updatedAt: edited }),
    ];
    business.provider.deleted = ['deleted', 'restored', 'short-lived', 'deleted'].map((externalId) => ({
      type: 'invoice',
      externalId,
      at: deleted,
    }));
    business.provider.count = async (_access, { type }) => (type === 'invoice' ? 1 : 0);
    expect((await sync(channel.id)).counts).toMatchObject({ created: 0, updated: 1, voided: 1 });
    const found = await Promise.all(
      (await sales()).map(({ id }) => business.test.client.getSale({ params: { saleId: id } })),
    );
    expect(found.toSorted((a, b) => a.number!.localeCompare(b.number!))).toMatchObject([
      { number: 'N-deleted', state: 'voided', voidReason: 'deleted_at_source', total: '10.1', revision: 2 },
      { number: 'N-restored', state: 'active', total: '8', revision: 2 },
    ]);
  });

  it('G-05 takes a credit memo that was deleted or zeroed for cancelled', async () => {
    const memo = { type: 'credit_memo' as const, total: '5.00' };
    business.provider.documents = [scriptedSale('deleted', memo), scriptedSale('zeroed', memo)];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.documents = [
      scriptedSale('zeroed', { ...memo, total: '0', isAllZero: true, updatedAt: later(5) }),
    ];
    business.provider.deleted = [{ type: 'credit_memo', externalId: 'deleted', at: later(5) }];
    expect((await sync(channel.id)).counts).toMatchObject({ voided: 2 });
    expect((await sales()).map(({ state, total }) => [state, total])).toEqual([
      ['voided', '-5'],
      ['voided', '-5'],
    ]);
  });

  it('E-08 brings in what is changed while the first sync runs, however long it takes', async () => {
    const hour = 3_600_000;
    let now = Date.now() - 5 * hour;
    await restart({ provider: createScriptedProvider({ now: () => new Date(now) }) });
    business.provider.documents = Array.from({ length: 6 }, (_, index) =>
      scriptedSale(`i${index}`, { updatedAt: new Date(now - hour) }),
    );
    const channel = await business.test.openChannel();
    let pages = 0;
    business.provider.before = ({ kind, type }) => {
      if (kind !== 'page' || type !== 'invoice' || (pages += 1) !== 2) return;
      // Its page has been read already; the next one takes two hours.
      business.provider.documents[0] = scriptedSale('i0', {
        number: 'edited meanwhile',
        updatedAt: new Date(now + 1000),
      });
      now += 2 * hour;
    };
    await sync(channel.id);
    expect((await sales()).map(({ number }) => number)).toContain('edited meanwhile');
  });

  it('D-07 notices what was deleted between a failed first sync and a date that was moved', async () => {
    business.provider.documents = Array.from({ length: 4 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    let pages = 0;
    business.provider.before = ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 2)
        throw new ProviderError('rejected', 'Not today');
    };
    expect((await sync(channel.id)).counts.created).toBe(3);
    business.provider.before = () => {};
    business.provider.documents = business.provider.documents.slice(1);
    business.provider.deleted = [{ type: 'invoice', externalId: 'i0', at: later(5) }];
    await business.test.client.updateChannel({
      params: { channelId: channel.id },
      body: { initialSyncDate: '2026-02-01' },
    });
    await sync(channel.id);
    expect(await business.test.client.getSalesTotals({ query: {} })).toMatchObject({ count: 3, voided: 1 });
  });

  it('G-04 takes a sale with a full discount for void once its quantities are gone too', async () => {
    const line = scriptedSale('x').lines[0]!;
    const gift = { total: '0', balance: '0', discount: '10.10', lines: [line] };
    business.provider.documents = [scriptedSale('gift', gift)];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    const lines = [{ ...line, quantity: '0', unitPrice: null, amount: '0' }];
    business.provider.documents = [
      scriptedSale('gift', {
        ...gift,
        discount: '0',
        lines,
        isAllZero: true,
        note: 'Annulée',
        updatedAt: later(5),
      }),
    ];
    expect((await sync(channel.id)).counts).toMatchObject({ voided: 1, updated: 0 });
    expect(await only()).toMatchObject({ state: 'voided', lines: [{ quantity: '1', amount: '10.1' }] });
  });

  it('E-04 shows every user the last result', async () => {
    const channel = await business.test.openChannel();
    const run = await sync(channel.id);
    const colleague = business.test.clientOf(
      testSession({ user: { id: 'sam', name: 'Sam' }, permissions: ['read'] }),
    );
    const seen = await colleague.getChannel({ params: { channelId: channel.id } });
    expect(seen).toMatchObject({
      lastRun: run,
      lastSyncedAt: run.endedAt,
      currentRun: null,
      status: 'up_to_date',
    });
    expect(run.requestedBy).toEqual({ id: 'dana', name: 'Dana' });
  });

  it('I-03 reads everything again after a rest longer than the provider keeps changes, and asks for changes from then on', async () => {
    const kept = scriptedSale('kept');
    business.provider.documents = [kept, scriptedSale('voided'), scriptedSale('edited')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.documents = [
      kept,
      scriptedSale('voided', { isVoid: true, isAllZero: true, total: '0', updatedAt: later(5) }),
      scriptedSale('edited', { number: 'other', updatedAt: later(5) }),
      scriptedSale('new'),
    ];
    business.provider.calls.length = 0;
    business.provider.before = ({ kind }) => {
      const asked = business.provider.calls.filter((call) => call.kind === 'changes');
      if (kind === 'changes' && asked.length === 1) throw new ProviderError('too_old', 'Kept for 30 days');
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 1, updated: 1, voided: 1, errors: 0 },
    });
    business.provider.calls.length = 0;
    business.provider.before = () => {};
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded' });
    expect(business.provider.calls.map(({ kind }) => kind)).toEqual(['changes']);
  });
});
