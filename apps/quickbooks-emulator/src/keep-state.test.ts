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

  it('is refused when it is something else', async () => {
    const stateFile = join(folder, 'letter.json');
    writeFileSync(stateFile, 'Dear reader');
    await expect(startQuickBooksEmulator({ stateFile })).rejects.toThrow('Delete it to start afresh');
  });
});
