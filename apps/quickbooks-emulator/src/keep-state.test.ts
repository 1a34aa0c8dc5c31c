import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { startQuickBooksEmulator } from './index.ts';
import { createEmulatorClient } from './testing/emulator-client.ts';
import { realm, testCompanies } from './testing/with-emulator.ts';

vi.setConfig({ testTimeout: 30_000 });
const folder = mkdtempSync(join(tmpdir(), 'quickbooks emulator '));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a state file', () => {
  it('lets the next run go on: documents, customers, clock, tokens, redirect URIs', async () => {
    const stateFile = join(folder, 'kept', 'state.json');
    const first = await startQuickBooksEmulator({ stateFile, companies: testCompanies });
    const before = createEmulatorClient(first.url);
    await before.control('apps', { redirectUris: [before.redirectUri] });
    await before.control('clock', { advanceSeconds: 90_000 });
    const tokens = await before.connect(realm);
    const { body: made } = await before.control<{ id: string }>('documents', {
      realm,
      type: 'Invoice',
      customerName: 'Kept',
    });
    const { body: gone } = await before.control<{ id: string }>('documents', { realm, type: 'CreditMemo' });
    await before.control(`documents/CreditMemo/${gone.id}/delete?realm=${realm}`, {});
    const truth = (await before.control(`truth?realm=${realm}`)).text;
    const all = 'select * from Invoice maxresults 1000';
    const invoices = (await before.company(realm, tokens.access_token).query(all)).body.QueryResponse;
    await first.stop();

    const second = await startQuickBooksEmulator({ stateFile });
    const after = createEmulatorClient(second.url);
    const company = after.company(realm, tokens.access_token);
    expect((await company.query(all)).body.QueryResponse).toEqual(invoices);
    expect((await after.control(`truth?realm=${realm}`)).text).toBe(truth);
    expect((await after.refresh(tokens.refresh_token)).status).toBe(200);
    expect((await after.connect(realm)).access_token).toBeTruthy();
    const { body } = await after.control<{ id: string }>('documents', { realm, type: 'Invoice' });
    expect(Number(body.id)).toBeGreaterThan(Number(gone.id));
    expect(Number(gone.id)).toBeGreaterThan(Number(made.id));
    await second.stop();
  });

  it('keeps the endpoint, the calls of the month and changes nobody sees yet', async () => {
    const stateFile = join(folder, 'more.json');
    const options = { stateFile, companies: testCompanies };
    const first = await startQuickBooksEmulator(options);
    const before = createEmulatorClient(first.url);
    const endpoint = { url: 'http://127.0.0.1:9/', verifierToken: 'verifier-1' };
    await before.control('webhook', endpoint);
    await before.control('quota', { limit: 100, used: 7 });
    const withheld = `documents?visibleAfterSeconds=9000`;
    const made = await before.control<{ id: string }>(withheld, { realm, type: 'Invoice' });
    expect((await before.control(`truth?realm=${realm}`)).text).not.toContain(`"${made.body.id}"`);
    await first.stop();

    const second = await startQuickBooksEmulator(options);
    const after = createEmulatorClient(second.url);
    expect((await after.control('webhook')).body).toMatchObject({ endpoint });
    expect((await after.control('quota')).body).toMatchObject({ limit: 100, used: 7 });
    expect((await after.control(`truth?realm=${realm}`)).text).toContain(`"${made.body.id}"`);
    await second.stop();
  });

  it('is refused when it is something else', async () => {
    const stateFile = join(folder, 'letter.json');
    writeFileSync(stateFile, 'Dear reader');
    await expect(startQuickBooksEmulator({ stateFile })).rejects.toThrow('Delete it to start afresh');
  });
});
