import { afterEach, describe, expect, inject, it } from 'vitest';
import type { SalesChannelsBffOptions } from './options.ts';
import type { ScriptedProvider } from './testing/scripted-provider.ts';
import { createScriptedProvider, scriptedSale } from './testing/scripted-provider.ts';
import { hostConnection, startTestBff } from './testing/start-test-bff.ts';

const never = (): Promise<never> => new Promise(() => {});
let provider: ScriptedProvider;
let test: Awaited<ReturnType<typeof startTestBff>>;
afterEach(() => test.stop());

async function start(options: Partial<SalesChannelsBffOptions> = {}) {
  provider = createScriptedProvider();
  provider.documents = [scriptedSale('1')];
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider,
    connections: { brightwater: [hostConnection('r1')] },
    hostTimeoutMs: 100,
    ...options,
  });
  return test;
}

describe('a host that never answers', () => {
  it('holds no sync: the last session tells the plan, and lines stay without a match', async () => {
    const { bff, client } = await start({ entitlements: never, matchLine: never });
    await bff.worker.start();
    const { id: channelId } = await test.openChannel();
    const { id } = await client.syncChannel({ params: { channelId } });
    expect(await test.ended(id)).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    const [sale] = (await client.listSales({ query: {} })).items;
    expect(await client.getSale({ params: { saleId: sale?.id ?? '' } })).toMatchObject({
      lines: [{ match: null }],
    });
  });

  it('holds no page: connections are shown as last known, and products are told to be unavailable', async () => {
    let list: () => Promise<ReturnType<typeof hostConnection>[]> = async () => [hostConnection('r1')];
    const { client } = await start({
      hostConnections: { list: () => list(), getAccessToken: never },
      products: { search: never, find: never },
    });
    await client.setSalesTracking({ body: { enabled: true } });
    const known = await client.listConnections();
    list = never;
    expect(await client.listConnections()).toEqual(known);
    await expect(client.searchProducts({ query: {} })).rejects.toMatchObject({
      code: 'products_unavailable',
    });
    const params = { connectionId: known.items[0]?.id ?? '' };
    const preview = client.previewImport({ params, query: { from: '2026-01-01' } });
    await expect(preview).rejects.toMatchObject({ code: 'provider_busy' });
  });

  it('P-03 is told of one lot of sales at a time, and of those that wait as they are by then', async () => {
    const events: string[][] = [];
    let catchUp = () => {};
    const caughtUp = new Promise<void>((resolve) => (catchUp = resolve));
    const { bff, client } = await start({
      hostTimeoutMs: 60_000,
      onSalesChanged: ({ sales }) => {
        events.push(sales.map(({ total }) => total).toSorted());
        return caughtUp;
      },
    });
    provider.documents = Array.from({ length: 7 }, (_, index) => scriptedSale(`${index}`));
    await bff.worker.start();
    const { id: channelId } = await test.openChannel();
    const sync = async () => test.ended((await client.syncChannel({ params: { channelId } })).id);
    await sync();
    provider.documents = provider.documents.map((sale) => ({
      ...sale,
      total: '7',
      updatedAt: new Date(Date.now() + 1000),
    }));
    await sync();
    expect(events).toEqual([['10.1', '10.1', '10.1']]);
    catchUp();
    await expect.poll(() => events.slice(1)).toEqual([Array.from({ length: 7 }, () => '7')]);
  });

  it('A-02 does not take the page away with what has to be set up first; only turning it on needs the answer', async () => {
    const { client } = await start({ salesTrackingPrerequisite: never });
    expect((await client.getContext()).salesTracking).toEqual({ enabled: false, prerequisite: null });
    await expect(client.setSalesTracking({ body: { enabled: true } })).rejects.toMatchObject({
      code: 'internal',
    });
  });
});
