import type { Sale } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { Types } from '../database.ts';
import { silentLogger } from '../logger.ts';
import { createTellSalesChanged } from './tell-sales-changed.ts';

const some = (count: number) => Array.from({ length: count }, () => new Types.ObjectId());

/** A host that takes each event when it is let to. */
function slowHost() {
  const told: { businessId: string; ids: string[] }[] = [];
  const open: (() => void)[] = [];
  const { salesChanged, stop } = createTellSalesChanged({
    getMany: async (_businessId, ids) => ids.map((id) => ({ id: id.toHexString() }) as Sale),
    tell: ({ businessId, sales }) => {
      told.push({ businessId, ids: sales.map(({ id }) => id) });
      return new Promise((resolve) => open.push(resolve));
    },
    logger: silentLogger,
  });
  const next = async () => {
    await expect.poll(() => open.length).toBeGreaterThan(0);
    open.shift()?.();
  };
  return { told, salesChanged, stop, next };
}

describe('P-03 telling the host of changed sales', () => {
  it('waits for the host, business by business, and then tells of all that came meanwhile', async () => {
    const { told, salesChanged, next } = slowHost();
    const [first, second, third, other] = [some(2), some(1000), some(500), some(1)];
    salesChanged('a', first);
    salesChanged('a', second);
    salesChanged('a', third);
    salesChanged('b', other);
    await expect
      .poll(() => told.map(({ businessId, ids }) => [businessId, ids.length]))
      .toEqual([
        ['a', 2],
        ['b', 1],
      ]);
    await next();
    await next();
    await next();
    await next();
    const ofA = told.filter(({ businessId }) => businessId === 'a').map(({ ids }) => ids);
    expect(ofA.map(({ length }) => length)).toEqual([2, 1000, 500]);
    expect(ofA.flat()).toEqual([...first, ...second, ...third].map((id) => id.toHexString()));
  });

  it('remembers ten thousand sales of a business, and more of them once the host has caught up', async () => {
    const { told, salesChanged, next } = slowHost();
    salesChanged('a', some(1));
    for (let page = 0; page < 50; page += 1) salesChanged('a', some(1000));
    for (let event = 0; event < 11; event += 1) await next();
    await expect.poll(() => told.flatMap(({ ids }) => ids).length).toBe(10_001);
    salesChanged('a', some(3));
    await next();
    expect(told.at(-1)?.ids).toHaveLength(3);
  });

  it('goes on after an event the host failed on, and stops when it is told to', async () => {
    let events = 0;
    const { salesChanged, stop } = createTellSalesChanged({
      getMany: async () => [],
      tell: () => {
        events += 1;
        if (events === 2) stop();
        return Promise.reject(new Error('The host is down'));
      },
      logger: silentLogger,
    });
    salesChanged('a', some(5000));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(events).toBe(2);
  });
});
