import type { Channel } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { testSession } from '../testing/start-test-bff.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync, sales, only } = useSyncedBusiness();
const advanced = testSession({
  entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 3 },
});

describe('what is imported', () => {
  it('F-02 is every field of a document, lines in their order', async () => {
    const line = scriptedSale('x').lines[0]!;
    const createdAt = new Date('2026-03-05T18:00:00Z');
    business.provider.documents = [
      scriptedSale('77', {
        number: 'INV-77',
        customer: { externalId: '9', name: 'Amélie 🧵 عميل' },
        dueDate: '2026-04-04',
        currency: 'JPY',
        exchangeRate: '0.006612',
        lines: [
          {
            ...line,
            quantity: '2.5',
            unitPrice: '400.0001',
            amount: '1000',
            taxCode: 'TAX',
            className: 'Retail',
            group: { itemId: '201', name: 'Set' },
          },
          {
            ...line,
            kind: 'description',
            itemId: null,
            itemName: null,
            description: 'With thanks',
            quantity: null,
            unitPrice: null,
            amount: '0',
          },
        ],
        discount: '100',
        shipping: '50',
        tax: '95',
        total: '1045',
        balance: '45',
        note: 'Fragile',
        createdAt,
        updatedAt: createdAt,
      }),
    ];
    await sync((await business.test.openChannel()).id);
    expect(await only()).toMatchObject({
      number: 'INV-77',
      customerId: '9',
      customerName: 'Amélie 🧵 عميل',
      date: '2026-03-05',
      dueDate: '2026-04-04',
      currency: 'JPY',
      exchangeRate: '0.006612',
      lines: [
        {
          quantity: '2.5',
          unitPrice: '400.0001',
          amount: '1000',
          taxCode: 'TAX',
          className: 'Retail',
          group: { itemId: '201', name: 'Set' },
        },
        { kind: 'description', description: 'With thanks', quantity: null, unitPrice: null, amount: '0' },
      ],
      discount: '100',
      shipping: '50',
      tax: '95',
      total: '1045',
      balance: '45',
      note: 'Fragile',
      providerCreatedAt: createdAt.toISOString(),
      providerUpdatedAt: createdAt.toISOString(),
    });
  });

  it('F-08 is told apart by company, kind and id; numbers may repeat', async () => {
    business.provider.documents = [
      scriptedSale('1', { number: '1001' }),
      scriptedSale('2', { number: '1001' }),
      scriptedSale('1', { type: 'sales_receipt', number: '1001' }),
    ];
    await sync((await business.test.openChannel()).id);
    expect(await sales()).toHaveLength(3);
  });

  it('F-09 is each of two sales to the same customer for the same amount on the same day', async () => {
    business.provider.documents = [scriptedSale('1', { number: null }), scriptedSale('2', { number: null })];
    await sync((await business.test.openChannel()).id);
    expect(await sales()).toHaveLength(2);
  });

  it('L-01 and L-02 are kept apart by company: own channel, own floor, own cursor, same number', async () => {
    await restart({ session: advanced });
    business.provider.documents = [
      scriptedSale('1', { date: '2026-01-10' }),
      scriptedSale('2', { date: '2026-06-10' }),
    ];
    await business.test.client.setSalesTracking({ body: { enabled: true } });
    const { client } = business.test;
    const floors = ['2026-01-01', '2026-05-01'];
    const { items: connections } = await client.listConnections();
    const channels: Channel[] = [];
    for (const [index, { id }] of connections.entries()) {
      const body = { type: 'accounting' as const, connectionId: id, initialSyncDate: floors[index] ?? '' };
      channels.push(await client.createChannel({ body }));
    }
    const runs = await Promise.all(
      channels.map(({ currentRun }) => business.test.ended(currentRun?.id ?? '')),
    );
    expect(runs.map(({ counts }) => counts.created)).toEqual([2, 1]);
    expect(
      (await sales())
        .filter(({ number }) => number === 'N-2')
        .map(({ channelName }) => channelName)
        .toSorted(),
    ).toEqual(['Scripted Books · Company r1', 'Scripted Books · Company r2']);
    business.provider.before = ({ accessToken }) => {
      if (accessToken === 'token-of-r2')
        throw new ProviderError('rejected', 'Only this company is in trouble');
    };
    expect((await sync(channels[0]!.id)).state).toBe('succeeded');
    expect((await sync(channels[1]!.id)).state).toBe('failed');
    expect((await client.listChannels()).items.map(({ status }) => status)).toEqual([
      'up_to_date',
      'sync_failed',
      'active',
    ]);
  });

  it('nothing in range is a success with zeros', async () => {
    const run = await sync((await business.test.openChannel()).id);
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { created: 0, updated: 0, voided: 0, unchanged: 0, errors: 0 },
    });
  });
});
