import { afterEach, describe, expect, inject, it } from 'vitest';
import type { SalesChannelsBffOptions } from './options.ts';
import { createScriptedProvider, scriptedSale } from './testing/scripted-provider.ts';
import { hostConnection, startTestBff } from './testing/start-test-bff.ts';

const never = (): Promise<never> => new Promise(() => {});
let test: Awaited<ReturnType<typeof startTestBff>>;
afterEach(() => test.stop());

async function start(options: Partial<SalesChannelsBffOptions> = {}) {
  const provider = createScriptedProvider();
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

  it('A-02 does not take the page away with what has to be set up first; only turning it on needs the answer', async () => {
    const { client } = await start({ salesTrackingPrerequisite: never });
    expect((await client.getContext()).salesTracking).toEqual({ enabled: false, prerequisite: null });
    await expect(client.setSalesTracking({ body: { enabled: true } })).rejects.toMatchObject({
      code: 'internal',
    });
  });
});
