import type { Run, Sale, SaleSummary } from '@sales-channels/contract';
import { afterEach, beforeEach, expect, inject } from 'vitest';
import type { ScriptedProvider } from './scripted-provider.ts';
import { createScriptedProvider } from './scripted-provider.ts';
import { hostConnection, startTestBff } from './start-test-bff.ts';

type TestBff = Awaited<ReturnType<typeof startTestBff>>;
type TestBffOptions = Partial<Parameters<typeof startTestBff>[0]>;

/** A BFF with its worker and a business with two connections to a scripted company, new for each test. */
export function useSyncedBusiness() {
  const business = {} as { provider: ScriptedProvider; test: TestBff };

  async function start(options: TestBffOptions = {}): Promise<void> {
    const connections = { brightwater: [hostConnection('r1'), hostConnection('r2')] };
    const { provider } = business;
    business.test = await startTestBff({
      databaseUri: inject('mongodbUri'),
      provider,
      connections,
      ...options,
    });
    await business.test.bff.worker.start();
  }

  beforeEach(async () => {
    business.provider = createScriptedProvider();
    await start();
  });
  afterEach(() => business.test.stop());

  const sales = async (): Promise<SaleSummary[]> =>
    (await business.test.client.listSales({ query: { limit: 100 } })).items;

  return {
    /** The present test's provider and BFF. */
    business,
    /** Starts anew with other options, on an empty database. */
    restart: async ({
      provider,
      ...options
    }: TestBffOptions & { provider?: ScriptedProvider }): Promise<void> => {
      await business.test.stop();
      if (provider) business.provider = provider;
      await start(options);
    },
    sync: async (channelId: string): Promise<Run> => {
      const { id } = await business.test.client.syncChannel({ params: { channelId } });
      return business.test.ended(id);
    },
    sales,
    /** The one sale there is. */
    only: async (): Promise<Sale> => {
      const [summary, ...others] = await sales();
      expect(others).toEqual([]);
      return business.test.client.getSale({ params: { saleId: summary?.id ?? '' } });
    },
  };
}

export const later = (ms: number): Date => new Date(Date.now() + ms);
