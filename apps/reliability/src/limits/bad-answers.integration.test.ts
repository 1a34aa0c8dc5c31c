import { MongoClient } from 'mongodb';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { createCompany } from '../rig/company.ts';
import type { Deployment } from './start-deployment.ts';
import { startDeployment } from './start-deployment.ts';

let deployment: Deployment;
let mongo: MongoClient | undefined;
afterEach(async () => {
  await deployment.stop();
  await mongo?.close();
});

/** A company whose first sync is done and in which something has changed since. */
async function openChanged() {
  deployment = await startDeployment({ quickBooks: { timeouts: { data: 1500 } } });
  mongo = await MongoClient.connect(inject('mongodbUri'));
  const channels = mongo.db(deployment.databaseName).collection('channels');
  const realmId = '9341460000000009';
  const company = await createCompany(deployment.control, deployment.emulatorUrl, {
    realmId,
    documents: { invoices: 2, salesReceipts: 1, creditMemos: 1 },
    from: '2026-01-01',
    to: '2026-02-01',
    seed: 1,
  });
  const business = await deployment.open('brightwater', { realmId });
  await company.create('Invoice', { txnDate: '2026-02-02', lines: [{ item: '1', qty: '2' }] });
  return {
    ...business,
    fault: (kind: string, more: object = {}) => company.fault({ kind, match: 'cdc', ...more }),
    cursor: async () => (await channels.findOne({ type: 'accounting' }))?.['cursor'] as unknown,
  };
}

describe('an answer that makes no sense', () => {
  it.each([
    ['in XML, in JSON that ends too early, as a reset in the middle', ['500xml', 'bad-json', 'cut-reset']],
    ['as a page of the load balancer, in throttled XML, never', ['503html', '429xml', 'stall']],
    ['lost, ended half way, with the connection closed', ['lost', 'cut', 'reset']],
  ])('E-13 %s, is asked for again within the run', async (_, kinds) => {
    const { sync, fault } = await openChanged();
    for (const kind of kinds) await fault(kind, { retryAfterSeconds: 0 });
    expect(await sync()).toMatchObject({ state: 'succeeded', counts: { created: 1 }, problem: null });
  });

  it('E-13 that goes on for longer fails the run: the cursor stays, and the next run has everything', async () => {
    const { sync, fault, cursor, channel } = await openChanged();
    const before = await cursor();
    await fault('502html', { times: 6 });
    expect(await sync()).toMatchObject({ state: 'failed', problem: { code: 'provider_busy' } });
    expect(await cursor()).toEqual(before);
    expect(await channel()).toMatchObject({ status: 'sync_failed', currentRun: null });
    expect(await sync()).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
  });

  it.each([
    ['200fault', 'provider_failed'],
    ['401-120', 'access_lost'],
    ['403', 'wrong_environment'],
  ])(
    'E-09 %s fails the run at once, as %s: the cursor stays, and the next run has everything',
    async (kind, code) => {
      const { sync, fault, cursor, channel } = await openChanged();
      const before = await cursor();
      await fault(kind);
      expect(await sync()).toMatchObject({ state: 'failed', problem: { code }, counts: { created: 0 } });
      expect(await cursor()).toEqual(before);
      expect(await channel()).toMatchObject({ status: 'sync_failed', currentRun: null });
      expect(await sync()).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
      expect((await channel()).attention).toEqual([]);
    },
  );
});
