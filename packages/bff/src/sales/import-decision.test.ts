import { Types } from 'mongoose';
import { describe, expect, it } from 'vitest';
import type { ProviderSale } from '../provider/provider-sale.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { decideDeletion, decideImport } from './import-decision.ts';
import type { KnownSale } from './sale.model.ts';

const scope = { floor: '2026-01-01', homeCurrency: 'USD' };
const invoice = scriptedSale('130', {
  number: '1037',
  total: '20.50',
  balance: '20.50',
  createdAt: new Date('2026-03-05T10:00:00Z'),
  updatedAt: new Date('2026-03-05T10:00:00Z'),
});
const zeroed: ProviderSale = {
  ...invoice,
  lines: [{ ...invoice.lines[0]!, quantity: '0', unitPrice: null, amount: '0' }],
  total: '0',
  balance: '0',
  isAllZero: true,
  updatedAt: new Date('2026-03-06T10:00:00Z'),
};
const voided: ProviderSale = { ...zeroed, note: 'Voided', isVoid: true };

/** What is stored after a decision, as the next decision finds it. */
function stored(incoming: ProviderSale, known: KnownSale | null = null): KnownSale {
  const decision = decideImport(known, incoming, scope);
  const fields = 'fields' in decision ? decision.fields : {};
  return { ...known, _id: new Types.ObjectId(), ...fields } as KnownSale;
}

describe('decideImport', () => {
  it('F-01 creates a document it has not seen', () => {
    const decision = decideImport(null, invoice, scope);
    expect(decision).toMatchObject({
      outcome: 'created',
      fields: { state: 'active', outOfRange: false, number: '1037' },
    });
  });

  it('F-06 stores the total of a credit memo negative and its lines as they are', () => {
    const decision = decideImport(null, { ...invoice, type: 'credit_memo' }, scope);
    expect(decision.outcome).toBe('created');
    const { fields } = decision as Extract<typeof decision, { fields: object }>;
    expect(fields.total?.toString()).toBe('-20.5');
    expect(fields.lines?.[0]?.amount.toString()).toBe('20.50');
  });

  it('F-07 takes the home currency for a document that names none', () => {
    expect(decideImport(null, { ...invoice, currency: null }, scope)).toMatchObject({
      fields: { currency: 'USD' },
    });
  });

  it('D-05 imports the day of the floor and not the day before', () => {
    expect(decideImport(null, { ...invoice, date: '2026-01-01' }, scope).outcome).toBe('created');
    expect(decideImport(null, { ...invoice, date: '2025-12-31' }, scope).outcome).toBe('ignored');
  });

  it('E-06 has nothing to write for a document that has not changed, even if it was touched', () => {
    const emailed = { ...invoice, updatedAt: new Date('2026-03-09T10:00:00Z') };
    expect(decideImport(stored(invoice), invoice, scope).outcome).toBe('unchanged');
    expect(decideImport(stored(invoice), emailed, scope).outcome).toBe('unchanged');
  });

  it('G-01 updates a document that was edited', () => {
    const edited = { ...invoice, number: '1038', updatedAt: new Date('2026-03-07T10:00:00Z') };
    expect(decideImport(stored(invoice), edited, scope)).toMatchObject({
      outcome: 'updated',
      fields: { number: '1038' },
    });
  });

  it('drops a late answer that is older than what is stored', () => {
    const edited = stored(
      { ...invoice, number: '1038', updatedAt: new Date('2026-03-07T10:00:00Z') },
      stored(invoice),
    );
    expect(decideImport(edited, invoice, scope).outcome).toBe('unchanged');
  });

  it('G-02 keeps the amounts of a document that is voided', () => {
    const decision = decideImport(stored(invoice), voided, scope);
    expect(decision).toMatchObject({
      outcome: 'voided',
      fields: { state: 'voided', voidReason: 'voided_at_source', note: 'Voided' },
    });
    expect(decision).not.toHaveProperty('fields.total');
    expect(decision).not.toHaveProperty('fields.lines');
  });

  it('G-02 stores a document that was void before it was ever seen', () => {
    expect(decideImport(null, voided, scope)).toMatchObject({
      outcome: 'created',
      fields: { state: 'voided' },
    });
  });

  it('G-04 takes a document that became all zero for void, whatever its note says', () => {
    expect(decideImport(stored(invoice), zeroed, scope).outcome).toBe('voided');
  });

  it('G-04 does not take a document that was always zero, or one with a full discount, for void', () => {
    expect(decideImport(null, zeroed, scope)).toMatchObject({
      outcome: 'created',
      fields: { state: 'active' },
    });
    const discounted = {
      ...invoice,
      discount: '20.50',
      total: '0',
      balance: '0',
      updatedAt: zeroed.updatedAt,
    };
    expect(decideImport(stored(invoice), discounted, scope)).toMatchObject({
      outcome: 'updated',
      fields: { state: 'active' },
    });
  });

  it('G-02 sees a void again as nothing new', () => {
    expect(decideImport(stored(voided, stored(invoice)), voided, scope).outcome).toBe('unchanged');
  });

  it('G-10 keeps a document whose date moves before the floor, out of range', () => {
    const moved = { ...invoice, date: '2025-06-01', updatedAt: new Date('2026-03-07T10:00:00Z') };
    expect(decideImport(stored(invoice), moved, scope)).toMatchObject({
      outcome: 'updated',
      fields: { outOfRange: true },
    });
  });

  it('G-08 restores a document only when it is seen alive after it was deleted', () => {
    const at = new Date('2026-03-08T10:00:00Z');
    const deletion = decideDeletion(stored(invoice), at);
    const deleted = { ...stored(invoice), ...(deletion as { fields: object }).fields };
    expect(decideImport(deleted, { ...invoice, updatedAt: at }, scope).outcome).toBe('unchanged');
    const back = { ...invoice, updatedAt: new Date('2026-03-08T10:00:05Z') };
    expect(decideImport(deleted, back, scope)).toMatchObject({
      outcome: 'updated',
      fields: { state: 'active', voidReason: null },
    });
  });
});

describe('decideImport of what was told as deleted', () => {
  const deletedAt = new Date('2026-03-05T12:00:00Z');
  const deleted = (known: KnownSale): KnownSale => ({
    ...known,
    ...(decideDeletion(known, deletedAt) as { fields: object }).fields,
  });

  it('G-02 is void, and exists, when it is seen again as void', () => {
    const decision = decideImport(deleted(stored(invoice)), voided, scope);
    expect(decision).toMatchObject({
      outcome: 'updated',
      fields: { state: 'voided', voidReason: 'voided_at_source', note: 'Voided' },
    });
    expect(decision).not.toHaveProperty('fields.total');
  });
});

describe('decideDeletion', () => {
  const at = new Date('2026-03-08T10:00:00Z');

  it('G-03 voids what is stored and says why', () => {
    expect(decideDeletion(stored(invoice), at)).toMatchObject({
      outcome: 'voided',
      fields: { state: 'voided', voidReason: 'deleted_at_source' },
    });
  });

  it('G-09 does nothing about a document that was never imported', () => {
    expect(decideDeletion(null, at).outcome).toBe('ignored');
  });

  it('G-03 sees a deletion again, or one older than the last look, as nothing new', () => {
    const deletion = decideDeletion(stored(invoice), at) as { fields: object };
    expect(decideDeletion({ ...stored(invoice), ...deletion.fields }, at).outcome).toBe('unchanged');
    expect(decideDeletion(stored(invoice), new Date('2026-03-01T10:00:00Z')).outcome).toBe('unchanged');
  });
});
