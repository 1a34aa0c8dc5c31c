import { beforeAll, describe, expect, test } from 'vitest';
import type { ProviderAccess, ProviderCall } from '../index.ts';
import { SALE_TYPES } from '../provider-sale.ts';
import { codeOf, connect, daysAgo } from './walk.ts';
import type { ProviderWorld, WorldCompany, WorldFault } from './world.ts';

const query = { type: 'invoice', from: daysAgo(100) } as const;

/** How calls fail, how they are counted, how they are given up. */
export function describeCalls(world: () => ProviderWorld, dataFaults: readonly WorldFault[]): void {
  describe('calls', () => {
    let company: WorldCompany;
    let access: ProviderAccess;
    beforeAll(async () => {
      const documents = { invoice: 5, sales_receipt: 5, credit_memo: 5 };
      company = await world().addCompany({ name: 'Called Ltd', documents, from: daysAgo(50) });
      ({ access } = await connect(world(), company));
    });

    test.each(dataFaults)('$name is $code, and the next call is well', async ({ name, code }) => {
      const { provider } = world();
      await company.failNext(name, 'data');
      expect(await codeOf(provider.count(access, query))).toBe(code);
      expect((await provider.pageSince(access, query)).sales).toHaveLength(5);
    });

    test('being throttled says how long to wait', async () => {
      const fault = dataFaults.find(({ code }) => code === 'throttled');
      if (!fault) throw new Error('The world stages no throttling.');
      await company.failNext(fault.name, 'data');
      await expect(world().provider.count(access, query)).rejects.toMatchObject({
        retryAfterMs: expect.toSatisfy((wait: number) => wait > 0) as number,
      });
    });

    test('a token nobody issued is unauthorized, a token of another company is not for this one', async () => {
      const { provider } = world();
      const made = { ...access, accessToken: 'made-up' };
      expect(await codeOf(provider.pageSince(made, query))).toBe('unauthorized');
      const documents = { invoice: 1, sales_receipt: 0, credit_memo: 0 };
      const other = await world().addCompany({ name: 'Foreign Ltd', documents, from: daysAgo(50) });
      const foreign = { ...access, realmId: other.realmId };
      expect(await codeOf(provider.pageSince(foreign, query))).toBe('wrong_environment');
    });

    test('every answer is told with its kind, and metered calls add up to what the service counts', async () => {
      const { provider } = world();
      const calls: ProviderCall[] = [];
      const told = { ...access, onCall: (call: ProviderCall) => calls.push(call) };
      const before = await company.meteredCalls();
      await provider.company(told);
      await provider.count(told, query);
      await provider.pageSince(told, query);
      await provider.documentsById(told, { type: query.type, externalIds: ['1'] });
      await provider.changesSince(told, { types: SALE_TYPES, since: new Date(Date.now() - 60_000) });
      await company.failNext(dataFaults.find(({ code }) => code === 'throttled')?.name ?? '', 'data');
      await codeOf(provider.count(told, query));
      expect(new Set(calls.map(({ kind }) => kind))).toEqual(
        new Set(['company', 'count', 'page', 'documents', 'changes']),
      );
      expect(calls.at(-1)?.metered).toBe(false);
      expect(calls.filter(({ metered }) => metered)).toHaveLength((await company.meteredCalls()) - before);
    });

    test('a caller can give up', async () => {
      const signal = AbortSignal.abort();
      expect(await codeOf(world().provider.pageSince({ ...access, signal }, query))).toBe('unavailable');
    });

    test.each(SALE_TYPES)('a %s has an address in the provider’s product', (type) => {
      const url = new URL(world().provider.documentUrl({ type, externalId: '4711' }));
      expect(url.protocol).toMatch(/^https?:$/);
      expect(url.href).toContain('4711');
    });
  });
}
