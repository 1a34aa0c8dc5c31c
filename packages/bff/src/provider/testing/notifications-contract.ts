import { beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedNotification } from '../index.ts';
import { SALE_TYPES } from '../provider-sale.ts';
import { connect, daysAgo } from './walk.ts';
import type { ProviderWorld, WorldCompany } from './world.ts';

/** What the provider makes of being told that something changed. */
export function describeNotifications(world: () => ProviderWorld): void {
  describe('notifications', () => {
    let company: WorldCompany;
    const read = (notification: ReceivedNotification) => world().provider.readNotification?.(notification);
    async function tellOf(during: () => Promise<unknown>): Promise<ReceivedNotification> {
      const told = await world().notificationOf?.(during);
      if (!told) throw new Error('The world has no `notificationOf`.');
      return told;
    }
    beforeAll(async () => {
      const documents = { invoice: 1, sales_receipt: 1, credit_memo: 1 };
      company = await world().addCompany({ name: 'Told Ltd', documents, from: daysAgo(50) });
      await connect(world(), company);
    });

    test.each(SALE_TYPES)('a new %s is told with its company and time', async (type) => {
      const before = Date.now();
      const told = await tellOf(() => company.create(type, daysAgo(3)));
      const [change, ...others] = read(told) ?? [];
      expect(others).toEqual([]);
      expect(change?.realmId).toBe(company.realmId);
      expect(Math.abs((change?.changedAt?.getTime() ?? 0) - before)).toBeLessThan(30_000);
    });

    test('what is not signed, or is signed for something else, is not the provider’s', async () => {
      const told = await tellOf(() => company.create('invoice', daysAgo(3)));
      const altered = Uint8Array.from(told.body);
      altered[altered.length - 1] = 0x20;
      expect(read({ ...told, body: altered })).toBeNull();
      expect(read({ ...told, body: new Uint8Array() })).toBeNull();
      expect(read({ ...told, headers: {} })).toBeNull();
      const garbled = Object.entries(told.headers).map(([name, value]) => [name, String(value).slice(1)]);
      expect(read({ ...told, headers: Object.fromEntries(garbled) as typeof told.headers })).toBeNull();
    });
  });
}
