import { expect } from 'vitest';
import { startOfPeriod } from '../series-periods.ts';
import type { Checks } from './setting.ts';
import { daysAfter, enterSynced, entryOf, sell } from './setting.ts';

const HEADER = 'date,number,customer,type,source,channel,status,currency,total,balance';

export const salesOverviewChecks: Checks = {
  'N-09 exports what a filter finds as CSV, newest first, quoted, and nothing a spreadsheet would carry out':
    async (subject) => {
      const api = await enterSynced(subject, (today) => [
        entryOf('1', daysAfter(today, -3), {
          number: '=1+1',
          customerName: 'Ruiz, "Café"\nZoë',
          total: '0.1',
        }),
        entryOf('2', daysAfter(today, -2), {
          type: 'credit_memo',
          number: '-7',
          customerName: null,
          total: '-30.25',
        }),
        entryOf('3', daysAfter(today, -1), {
          number: '@x',
          customerName: '+49 shop',
          currency: 'EUR',
          total: '5',
        }),
      ]);
      const csv = await api.ok('exportSales');
      expect(csv.endsWith('\r\n')).toBe(true);
      const rows = csv.split('\r\n');
      expect(rows[0]).toBe(HEADER);
      expect(rows).toHaveLength(5);
      const channel = api.channel.name.includes(',') ? `"${api.channel.name}"` : api.channel.name;
      const day = (days: number) => daysAfter(api.today, days);
      expect(rows[1]).toMatch(`${day(-1)},'@x,'+49 shop,invoice,synced,${channel},active,EUR,5,`);
      expect(rows[2]).toMatch(`${day(-2)},'-7,,credit_memo,synced,${channel},active,USD,-30.25,`);
      expect(rows[3]).toMatch(
        `${day(-3)},'=1+1,"Ruiz, ""Café""\nZoë",invoice,synced,${channel},active,USD,0.1,`,
      );
      const memos = await api.ok('exportSales', { query: { type: 'credit_memo' } });
      expect(memos.split('\r\n')).toHaveLength(3);
      expect(await api.ok('exportSales', { query: { search: 'nobody' } })).toBe(`${HEADER}\r\n`);
    },

  'N-08 adds up sales by month or week, by type or channel, exactly, without voided ones': async (
    subject,
  ) => {
    const books = (today: string) => [
      entryOf('1', daysAfter(today, -20), { total: '0.1' }),
      entryOf('2', daysAfter(today, -20), { total: '0.2' }),
      entryOf('3', daysAfter(today, -20), { type: 'credit_memo', total: '-10.25' }),
      entryOf('4', daysAfter(today, -2), { total: '7' }),
      entryOf('5', daysAfter(today, -2), { currency: 'EUR', total: '3' }),
    ];
    const api = await enterSynced(subject, books);
    const { id: saleId } = await sell(api);
    const params = { saleId };
    await api.ok('voidSale', { params, body: { reason: 'Twice' } });

    const old = startOfPeriod(daysAfter(api.today, -20), 'week');
    const recent = startOfPeriod(daysAfter(api.today, -2), 'week');
    const series = await api.ok('getSalesSeries', { query: { period: 'week', by: 'type' } });
    expect(series).toEqual({
      period: 'week',
      by: 'type',
      from: old,
      to: daysAfter(recent, 6),
      hasEarlier: false,
      currencies: [
        {
          currency: 'USD',
          total: '-2.95',
          count: 4,
          periods: [
            {
              start: old,
              total: '-9.95',
              count: 3,
              groups: [
                { key: 'credit_memo', total: '-10.25', count: 1 },
                { key: 'invoice', total: '0.3', count: 2 },
              ],
            },
            { start: recent, total: '7', count: 1, groups: [{ key: 'invoice', total: '7', count: 1 }] },
          ],
        },
        {
          currency: 'EUR',
          total: '3',
          count: 1,
          periods: [
            { start: recent, total: '3', count: 1, groups: [{ key: 'invoice', total: '3', count: 1 }] },
          ],
        },
      ],
    });
    const months = await api.ok('getSalesSeries', { query: { period: 'month' } });
    expect(months).toMatchObject({ by: 'none', from: startOfPeriod(daysAfter(api.today, -20), 'month') });
    expect(months.currencies[0]?.periods.every(({ groups }) => groups.length === 0)).toBe(true);
    const { currencies } = await api.ok('getSalesSeries', {
      query: { period: 'month', by: 'channel', type: 'credit_memo' },
    });
    expect(currencies.flatMap(({ periods }) => periods.flatMap(({ groups }) => groups))).toEqual([
      { key: api.channel.id, total: '-10.25', count: 1 },
    ]);
    expect(await api.ok('getSalesSeries', { query: { period: 'week', search: 'nobody' } })).toEqual({
      period: 'week',
      by: 'none',
      from: null,
      to: null,
      hasEarlier: false,
      currencies: [],
    });
  },
};
