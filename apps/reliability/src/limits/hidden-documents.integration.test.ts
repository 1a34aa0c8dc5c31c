import type pRetry from 'p-retry';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { createCompany } from '../rig/company.ts';
import { readWholeFeed } from '../truth/read-feed.ts';
import type { Deployment } from './start-deployment.ts';
import { DAY, startDeployment } from './start-deployment.ts';

// Files share what is loaded: this one loads everything anew, without the pauses, and leaves none of it behind.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock('p-retry');
  vi.resetModules();
});
// How often something is asked again is as it is; the pauses in between, two minutes of them, are cut short.
vi.mock('p-retry', async (original) => {
  const { default: retry } = await original<{ default: typeof pRetry }>();
  const hurried: typeof pRetry = (work, options) => retry(work, { ...options, minTimeout: 10 });
  return { default: hurried };
});

let deployment: Deployment;
afterEach(() => deployment.stop());

/** A company of which one invoice cannot be shown, and its business, whose first sync is done. */
async function openWithOne() {
  deployment = await startDeployment();
  const realmId = '9341460000000019';
  const company = await createCompany(deployment.control, deployment.emulatorUrl, {
    realmId,
    documents: { invoices: 40, salesReceipts: 1, creditMemos: 1 },
    from: '2026-01-01',
    to: '2026-02-01',
    seed: 3,
  });
  const business = await deployment.open('brightwater', { realmId });
  const hidden = company.documents.filter(({ type, state }) => type === 'Invoice' && state === 'active')[7]!;
  const total = async () => {
    const changes = await readWholeFeed(business.client);
    return changes.find(({ sale }) => sale.type === 'invoice' && sale.externalId === hidden.id)?.sale.total;
  };
  return { ...business, company, hidden, total };
}

/** The same, after more than changes are kept for, in which the document was edited. */
async function openWithOneEdited() {
  const opened = await openWithOne();
  const { company, hidden } = opened;
  await deployment.advance(40 * DAY);
  await company.change(hidden, 'edit', { lines: [{ item: '1', qty: '3', unitPrice: '41.15' }] });
  for (const document of company.documents.slice(0, 3)) await company.change(document, 'pay');
  await company.change(hidden, 'poison');
  await deployment.advance(3600);
  return opened;
}

describe('a document that QuickBooks fails on', () => {
  it('E-10 among changes older than are kept is found again where it changed', async () => {
    const { company, hidden, sync, total } = await openWithOneEdited();
    const before = await total();
    // Everything is read again after such a gap, so that it is met in more than one place.
    expect(await sync()).toMatchObject({ state: 'completed_with_errors' });
    expect(await sync()).toMatchObject({ state: 'completed_with_errors' });
    expect(await total()).toBe(before);
    await company.change(hidden, 'heal');
    expect(await sync()).toMatchObject({ state: 'succeeded', counts: { updated: 1, errors: 0 } });
    expect(await total()).not.toBe(before);
  });

  it('E-10 is not forgotten when looking for it ends early', async () => {
    const { company, hidden, sync } = await openWithOneEdited();
    await sync();
    await company.fault({ kind: '200fault', match: 'query', after: 1 });
    await sync();
    await company.change(hidden, 'heal');
    expect(await sync()).toMatchObject({ state: 'succeeded', counts: { updated: 1, errors: 0 } });
  });

  it('E-10 with a system fault keeps out no other change, and comes in once it is well', async () => {
    const { company, hidden, sync, total } = await openWithOne();
    await deployment.advance(3600);
    const before = await total();
    await company.change(hidden, 'edit', { lines: [{ item: '1', qty: '3', unitPrice: '41.15' }] });
    await company.change(hidden, 'poison', { fault: '10000' });
    await company.create('Invoice', { txnDate: '2026-02-02', lines: [{ item: '1', qty: '2' }] });
    expect(await sync()).toMatchObject({ state: 'completed_with_errors', counts: { created: 1 } });
    expect(await total()).toBe(before);
    await deployment.advance(3600);
    await company.change(hidden, 'heal');
    expect(await sync()).toMatchObject({ state: 'succeeded', counts: { updated: 1, errors: 0 } });
    expect(await total()).not.toBe(before);
  });
});
