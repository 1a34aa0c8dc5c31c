import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Types } from '../database.ts';
import { createScriptedProvider } from '../testing/scripted-provider.ts';
import { signSession, startTestBff, testSession } from '../testing/start-test-bff.ts';

const COUNT = 20_000;
const logged: string[] = [];
const note = (_: object, message: string) => void logged.push(message);
let test: Awaited<ReturnType<typeof startTestBff>>;
const sales = () => test.database.collection('sales');

const stored = (index: number, more: object = {}) => ({
  businessId: 'brightwater',
  channelId: new Types.ObjectId('a'.repeat(24)),
  source: 'synced',
  type: 'invoice',
  provider: 'scripted',
  realmId: 'r1',
  externalId: randomUUID(),
  number: `N-${index}`,
  customerName: 'Harbour Works',
  date: `2026-0${1 + (index % 3)}-0${1 + (index % 9)}`,
  currency: 'USD',
  total: Types.Decimal128.fromString('0.1'),
  balance: Types.Decimal128.fromString('0'),
  state: 'active',
  voidReason: null,
  outOfRange: false,
  ...more,
});

beforeAll(async () => {
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider: createScriptedProvider(),
    logger: { info: () => {}, warn: note, error: note },
  });
  for (let at = 0; at < COUNT; at += 2000)
    await sales().insertMany(Array.from({ length: 2000 }, (_, index) => stored(at + index)));
}, 120_000);
afterAll(() => test.stop());

describe('an export', () => {
  it('N-09 has every sale once, newest first', async () => {
    const lines = (await test.client.exportSales({ query: {} })).split('\r\n').slice(1, -1);
    expect(new Set(lines.map((line) => line.split(',')[1])).size).toBe(COUNT);
    const dates = lines.map((line) => line.slice(0, 10));
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('N-09 waits for whoever reads slowly, and lets go of what is read when they leave', async () => {
    logged.length = 0;
    const headers = { authorization: `Bearer ${await signSession(testSession())}` };
    const taken = await new Promise<number>((resolve, reject) => {
      get(`${test.baseUrl}/v1/sales/export`, { headers }, (response) => {
        response.once('data', (part: Buffer) => {
          response.pause();
          resolve(part.length);
          response.destroy();
        });
      }).on('error', reject);
    });
    expect(taken).toBeLessThan(500_000);
    expect((await test.client.exportSales({ query: { search: 'N-77' } })).length).toBeGreaterThan(100);
    expect(logged).toEqual([]);
  });

  it('N-09 breaks off where the database fails midway, and is a problem where it fails at once', async () => {
    // A sale that cannot be written out stands for the failure; the second one is met before anything is sent.
    const late = stored(0, { date: '2025-01-01', total: null });
    await sales().insertOne(late);
    await expect(test.client.exportSales({ query: {} })).rejects.toMatchObject({ code: 'network' });
    await expect(test.client.exportSales({ query: { dateTo: '2025-12-31' } })).rejects.toMatchObject({
      code: 'internal',
      status: 500,
    });
    expect(logged).toContain('A download broke off');
    await sales().deleteOne({ externalId: late.externalId });
  });
});

describe('a series', () => {
  it('N-08 adds up what the database holds, exactly, by type and channel', async () => {
    const { currencies } = await test.client.getSalesSeries({ query: { period: 'month', by: 'channel' } });
    expect(currencies).toMatchObject([{ currency: 'USD', total: '2000', count: COUNT }]);
    expect(currencies[0]?.periods.map(({ start }) => start)).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ]);
    const keys = currencies[0]?.periods.flatMap(({ groups }) => groups.map(({ key }) => key));
    expect(new Set(keys)).toEqual(new Set(['a'.repeat(24)]));
  });

  it('N-08 leaves out voided and out-of-range sales, and reaches back 120 periods', async () => {
    const own = (date: string, more: object = {}) => stored(1, { businessId: 'kestrel', date, ...more });
    await sales().insertMany([
      own('2026-11-23'),
      own('2026-11-24', { state: 'voided' }),
      own('2026-12-24', { outOfRange: true }),
      own('2016-12-01'),
      own('2016-11-30'),
    ]);
    const client = test.clientOf(testSession({ business: { id: 'kestrel', name: 'Kestrel' } }));
    const series = await client.getSalesSeries({ query: { period: 'month' } });
    expect(series).toMatchObject({ from: '2016-12-01', to: '2026-11-30', hasEarlier: true });
    expect(series.currencies).toMatchObject([{ total: '0.2', count: 2 }]);
    const older = await client.getSalesSeries({ query: { period: 'month', dateTo: '2020-01-01' } });
    expect(older).toMatchObject({ from: '2016-11-01', to: '2016-12-31', hasEarlier: false });
  });
});
