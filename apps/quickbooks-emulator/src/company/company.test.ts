import { describe, expect, it } from 'vitest';
import { defaultSwitches } from '../switches.ts';
import { createCompany } from './company.ts';
import { renderSale } from './render-sale.ts';
import { saleTypes } from './sale.ts';
import { totalsOf } from './totals.ts';

const now = Date.UTC(2026, 10, 23, 12) / 1000;
const origin = (documents: number, generatorSeed = 1) => ({
  seed: { realmId: '9341450000000077', name: 'Seeded', documents },
  generatorSeed,
  startedAt: now,
});
const rows = (company: ReturnType<typeof createCompany>) =>
  Array.from({ length: company.documents.size }, (_, slot) => company.documents.row(slot));

describe('a generated company', () => {
  it('is the same for the same seed and another for another', () => {
    const written = (seed: number) => {
      const company = createCompany(origin(60, seed));
      return JSON.stringify(
        rows(company).map((row) =>
          renderSale(company, row, company.documents.sale(row.slot), defaultSwitches),
        ),
      );
    };
    expect(written(1)).toBe(written(1));
    expect(written(1)).not.toBe(written(2));
  });

  it('has exactly the documents asked for, with ids of one sequence, none younger than a day', () => {
    const company = createCompany(origin(400));
    for (const type of saleTypes) {
      expect(company.documents.byCreated(type).size).toBe(400);
      expect(company.documents.byUpdated(type).size).toBe(400);
    }
    const all = rows(company);
    expect(new Set(all.map((row) => row.id)).size).toBe(1200);
    for (const row of all) {
      expect(row.created).toBeLessThanOrEqual(row.updated);
      expect(row.updated).toBeLessThanOrEqual(now - 86_400);
      expect(company.documents.slotOf(row.type, row.id)).toBe(row.slot);
    }
  });

  it('has all line kinds, discounts, tax, shipping, gaps, currencies and about two per cent voids', () => {
    const company = createCompany(origin(1000));
    const sales = rows(company).map((row) => ({ row, sale: company.documents.sale(row.slot) }));
    const share = (test: (each: (typeof sales)[number]) => boolean) =>
      sales.filter(test).length / sales.length;
    expect(share(({ row }) => row.state === 'voided')).toBeCloseTo(0.02, 2);
    for (const kind of ['item', 'bundle', 'note']) {
      expect(share(({ sale }) => sale.lines.some((line) => line.kind === kind))).toBeGreaterThan(0.05);
    }
    expect(
      share(({ sale }) => sale.lines.some((line) => line.kind === 'item' && line.quantity === undefined)),
    ).toBeGreaterThan(0.05);
    expect(share(({ sale }) => sale.discount?.kind === 'percent')).toBeGreaterThan(0.05);
    expect(share(({ sale }) => sale.discount?.kind === 'fixed')).toBeGreaterThan(0.03);
    expect(share(({ sale }) => sale.taxPercent !== undefined)).toBeGreaterThan(0.3);
    expect(share(({ sale }) => sale.shipping !== undefined)).toBeGreaterThan(0.1);
    expect(share(({ sale }) => sale.docNumber === undefined)).toBeGreaterThan(0.005);
    expect(share(({ row, sale }) => row.type === 'SalesReceipt' && !sale.customer)).toBeGreaterThan(0.005);
    expect(new Set(sales.map(({ sale }) => sale.currency))).toEqual(new Set(['USD', 'EUR', 'JPY']));
    const numbers = sales.map(({ sale }) => sale.docNumber).filter((number) => number !== undefined);
    expect(new Set(numbers).size).toBeLessThan(numbers.length);
  });

  it('adds up: total is lines less discount plus shipping and tax, never below zero', () => {
    const company = createCompany(origin(500));
    for (const row of rows(company)) {
      const sale = company.documents.sale(row.slot);
      const totals = totalsOf(row.type, sale);
      expect(totals.total).toBe(totals.lineSum - totals.discount + (sale.shipping ?? 0) + totals.tax);
      expect(totals.total).toBeGreaterThanOrEqual(0);
      expect(totals.balance).toBeGreaterThanOrEqual(0);
      expect(Number.isSafeInteger(totals.total)).toBe(true);
    }
  });

  it('leaves nothing on a voided document', () => {
    const company = createCompany(origin(500));
    const voided = rows(company).filter((row) => row.state === 'voided');
    expect(voided.length).toBeGreaterThan(5);
    for (const row of voided) {
      const { total, balance, tax, lineSum } = totalsOf(row.type, company.documents.sale(row.slot));
      expect([total, balance, tax, lineSum]).toEqual([0, 0, 0, 0]);
    }
  });

  it('has many seconds with more than 20 documents, and one with 2,500 of one type when it is large', () => {
    const company = createCompany(origin(6000));
    const perSecond = new Map<number, number>();
    const perTypeAndSecond = new Map<string, number>();
    for (const row of rows(company)) {
      perSecond.set(row.created, (perSecond.get(row.created) ?? 0) + 1);
      const key = `${row.type} ${row.created}`;
      perTypeAndSecond.set(key, (perTypeAndSecond.get(key) ?? 0) + 1);
    }
    expect(Math.max(...perTypeAndSecond.values())).toBe(2500);
    expect([...perSecond.values()].filter((count) => count > 20).length).toBeGreaterThan(20);
  });

  it('spreads dates from the first to the last day asked for', () => {
    const seed = { ...origin(300).seed, from: '2026-01-01', to: '2026-03-31' };
    const company = createCompany({ seed, generatorSeed: 1, startedAt: now });
    const days = rows(company).map((row) => row.txnDay);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(Date.UTC(2026, 0, 1) / 86_400_000);
    expect(Math.max(...days)).toBe(Date.UTC(2026, 2, 31) / 86_400_000);
    expect(() =>
      createCompany({ seed: { ...seed, from: '2026-13-01' }, generatorSeed: 1, startedAt: now }),
    ).toThrow(RangeError);
    expect(() =>
      createCompany({ seed: { ...seed, to: '2025-01-01' }, generatorSeed: 1, startedAt: now }),
    ).toThrow(RangeError);
  });
});
