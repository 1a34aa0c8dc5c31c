import type { SaleRevision } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { later, useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, sync, only } = useSyncedBusiness();

const revisions = async (): Promise<SaleRevision[]> => {
  const { id } = await only();
  return (await business.test.client.listSaleRevisions({ params: { saleId: id } })).items;
};
const change = (field: string, from: string | null, to: string | null, label: string | null = null) => ({
  field,
  label,
  from,
  to,
});

describe('how an imported sale changed', () => {
  it('G-12 is kept with what differs, when and by which sync, the latest first', async () => {
    const line = scriptedSale('1').lines[0]!;
    business.provider.documents = [scriptedSale('1')];
    const channel = await business.test.openChannel();
    const runs = [await sync(channel.id)];
    business.provider.documents = [
      scriptedSale('1', { number: 'N-2', lines: [{ ...line, quantity: '3' }], updatedAt: later(5) }),
    ];
    runs.push(await sync(channel.id));
    const sale = await only();
    expect(await revisions()).toEqual([
      {
        number: 2,
        at: sale.updatedAt,
        cause: 'changed_at_source',
        run: { id: runs[1]?.id, trigger: 'manual' },
        user: null,
        changes: [change('number', 'N-1', 'N-2'), change('line', '1 × 10.1', '3 × 10.1', 'Bracket')],
      },
      {
        number: 1,
        at: sale.importedAt,
        cause: 'imported',
        run: { id: runs[0]?.id, trigger: 'manual' },
        user: null,
        changes: [],
      },
    ]);
    expect(sale.revision).toBe(2);
    // What was before is kept aside: neither the sale nor the feed gets longer with it.
    expect(sale).not.toHaveProperty('revisions');
    expect((await business.test.client.listChanges({ query: {} })).items[0]?.sale).toEqual(sale);
  });

  it('G-12 and E-06 gain nothing from a sync that changes nothing', async () => {
    const document = scriptedSale('1');
    business.provider.documents = [document];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.documents = [{ ...document, updatedAt: later(5) }];
    const { counts } = await sync(channel.id);
    expect(counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect((await only()).revision).toBe(1);
    expect(await revisions()).toHaveLength(1);
  });

  it('G-12 tells a void, a return and a deletion apart', async () => {
    business.provider.documents = [scriptedSale('1')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    const void1 = { total: '0', isVoid: true, isAllZero: true, note: 'Voided', updatedAt: later(5) };
    business.provider.documents = [scriptedSale('1', void1)];
    await sync(channel.id);
    business.provider.documents = [scriptedSale('1', { updatedAt: later(10) })];
    await sync(channel.id);
    business.provider.documents = [];
    business.provider.deleted = [{ type: 'invoice', externalId: '1', at: later(15) }];
    await sync(channel.id);
    expect((await revisions()).map(({ number, cause, changes }) => ({ number, cause, changes }))).toEqual([
      { number: 4, cause: 'deleted_at_source', changes: [change('state', 'active', 'voided')] },
      {
        number: 3,
        cause: 'restored_at_source',
        changes: [change('note', 'Voided', null), change('state', 'voided', 'active')],
      },
      {
        number: 2,
        cause: 'voided_at_source',
        changes: [change('note', null, 'Voided'), change('state', 'active', 'voided')],
      },
      { number: 1, cause: 'imported', changes: [] },
    ]);
  });

  it('G-12 names who moved the initial sync date', async () => {
    business.provider.documents = [scriptedSale('1', { date: '2026-03-05' })];
    const channel = await business.test.openChannel('2026-03-01');
    await sync(channel.id);
    business.provider.documents = [scriptedSale('1', { date: '2026-02-20', updatedAt: later(5) })];
    await sync(channel.id);
    const params = { channelId: channel.id };
    await business.test.client.updateChannel({ params, body: { initialSyncDate: '2026-02-01' } });
    expect(await revisions()).toMatchObject([
      {
        number: 3,
        cause: 'start_date_moved',
        run: null,
        user: { id: 'dana', name: 'Dana' },
        changes: [change('outOfRange', 'true', 'false')],
      },
      {
        number: 2,
        changes: [change('date', '2026-03-05', '2026-02-20'), change('outOfRange', 'false', 'true')],
      },
      { number: 1 },
    ]);
    expect(await only()).toMatchObject({ revision: 3, outOfRange: false });
  });
});
