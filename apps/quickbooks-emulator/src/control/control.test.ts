import { describe, expect, it } from 'vitest';
import { withDocuments } from '../testing/with-documents.ts';
import { realm } from '../testing/with-emulator.ts';

const { emulator, create, change } = withDocuments();

describe('the control API', () => {
  it.each([
    ['documents', {}],
    ['documents', { realm, type: 'Bill' }],
    ['documents', { realm, type: 'Invoice', txnDate: '2026-02-30' }],
    ['documents', { realm, type: 'Invoice', lines: [{ item: 'Unicorn', qty: 1 }] }],
    ['documents', { realm, type: 'Invoice', lines: [{ amount: '1.005' }] }],
    ['documents', { realm, type: 'Invoice', customerName: null }],
    ['documents', { realm, type: 'Invoice', surprise: true }],
    ['faults', { kind: 'earthquake' }],
    ['switches', { guessNothing: true }],
    ['switches', { guessCdcOrder: 'sideways' }],
    ['clock', { now: 'noon' }],
    ['webhook', { url: 'ftp://localhost/', verifierToken: 'x' }],
    ['webhook/forge', { realm, signing: 'beautifully' }],
    ['quota', { limit: -1 }],
    ['documents?visibleAfterSeconds=soon', { realm, type: 'Invoice' }],
    ['companies', { realmId: '9341450000000099', name: 'X', from: '2026-02-30' }],
  ])('refuses POST %s with %j and says why', async (path, body) => {
    const { status, body: answer } = await emulator().control<{ error: string }>(path, body);
    expect(status).toBe(400);
    expect(answer.error.length).toBeGreaterThan(10);
  });

  it('answers 404 to unknown companies, documents, changes and operations', async () => {
    for (const path of ['truth?realm=1', 'nothing'])
      expect((await emulator().control(path)).status).toBe(404);
    expect((await change('999999', 'void')).status).toBe(404);
    const { id } = await create({});
    expect((await change(id, 'explode')).status).toBe(404);
  });

  it('adds a company that can be connected, once', async () => {
    const seed = {
      realmId: '9341450000000066',
      name: 'Added',
      documents: 3,
      homeCurrency: 'GBP',
      country: 'GB',
      seed: 9,
    };
    expect((await emulator().control('companies', seed)).status).toBe(201);
    expect((await emulator().control('companies', seed)).status).toBe(409);
    const added = emulator().company(seed.realmId, (await emulator().connect(seed.realmId)).access_token);
    const { body } = await added.query('select * from Invoice');
    expect(body.QueryResponse.Invoice).toHaveLength(3);
    expect(body.QueryResponse.Invoice?.[0]).toHaveProperty('GlobalTaxCalculation');
    expect((await emulator().control('companies')).text).toContain('"isConnected":true');
  });

  it('sets the clock, which stamps what happens next', async () => {
    await emulator().control('clock', { now: '2027-03-01T20:00:00Z' });
    const { document } = await create({});
    expect(document.TxnDate).toBe('2027-03-01');
    expect(document.MetaData.CreateTime.slice(0, 17)).toBe('2027-03-01T12:00:');
  });

  it('serves the control page', async () => {
    const response = await fetch(`${emulator().url}/`);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('QuickBooks emulator');
  });
});
