import { beforeAll, describe, expect, test } from 'vitest';
import type { ReceivedNotification } from '../index.ts';
import { SALE_TYPES } from '../provider-sale.ts';
import { connect, daysAgo } from './walk.ts';
import type { ProviderWorld, WorldCompany } from './world.ts';

/** What the provider makes of being told that something changed, where the service tells. */
export function describeNotifications(world: () => ProviderWorld): void {
  describe('notifications', () => {
    let company: WorldCompany;
    const read = (notification: ReceivedNotification) => world().provider.readNotification?.(notification);
    const tellOf = (during: () => Promise<unknown>) => world().notificationOf?.(during);
    beforeAll(async () => {
      const documents = { invoice: 1, sales_receipt: 1, credit_memo: 1 };
      company = await world().addCompany({ name: 'Told Ltd', documents, from: daysAgo(50) });
      await connect(world(), company);
    });

    test('are read where the service sends them, and only there', () => {
      expect(world().provider.readNotification === undefined).toBe(world().notificationOf === undefined);
      expect(world().impostor.readNotification === undefined).toBe(world().notificationOf === undefined);
    });

    test.each(SALE_TYPES)('a new %s is told with its company and time', async (type) => {
      const before = Date.now();
      const told = await tellOf(() => company.create(type, daysAgo(3)));
      if (!told) return expect(world().provider.readNotification).toBeUndefined();
      const [change, ...others] = read(told) ?? [];
      expect(others).toEqual([]);
      expect(change?.realmId).toBe(company.realmId);
      expect(Math.abs((change?.changedAt?.getTime() ?? 0) - before)).toBeLessThan(30_000);
    });

    test('what is not signed, or is signed for something else, is not the provider’s', async () => {
      const told = await tellOf(() => company.create('invoice', daysAgo(3)));
      if (!told) return expect(world().provider.readNotification).toBeUndefined();
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
