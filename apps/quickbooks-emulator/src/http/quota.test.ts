import { beforeEach, describe, expect, it } from 'vitest';
import type { FaultBody, Tokens } from '../testing/emulator-client.ts';
import { otherRealm, realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator();
let tokens: Tokens;
beforeEach(async () => {
  await emulator().control('reset', {});
  await emulator().control('clock', { now: '2027-01-31T12:00:00Z' });
  tokens = await emulator().connect(realm);
});
const company = () => emulator().company(realm, tokens.access_token);
const quota = async (body?: object) => (await emulator().control('quota', body)).body;

describe('the calls a month pays for', () => {
  it('are unlimited unless told otherwise, and counted over all companies', async () => {
    const other = emulator().company(otherRealm, (await emulator().connect(otherRealm)).access_token);
    await other.get('preferences');
    await company().get('preferences');
    await company().query('select nonsense');
    expect(await quota()).toEqual({ limit: null, used: 2, month: '2027-01' });
  });

  it('once used up block every metered call, of any company, but neither writes nor tokens', async () => {
    await quota({ limit: 2 });
    await company().get('preferences');
    await company().query('select count(*) from Invoice');
    const blocked = await company().get<FaultBody>('preferences');
    expect([blocked.status, blocked.body.Fault.Error[0]?.code]).toEqual([429, '3001']);
    expect((await company().query('select * from Invoice')).status).toBe(429);
    const since = new Date(Date.parse('2027-01-31T11:00:00Z')).toISOString();
    expect((await company().get(`cdc?entities=Invoice&changedSince=${since}`)).status).toBe(429);
    const other = emulator().company(otherRealm, (await emulator().connect(otherRealm)).access_token);
    expect((await other.get('preferences')).status).toBe(429);
    expect((await emulator().refresh(tokens.refresh_token)).status).toBe(200);
    const write = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
    expect((await company().get('journalentry', write)).status).toBe(400);
  });

  it('are there again when the month turns in US Pacific time', async () => {
    await quota({ limit: 100, used: 100 });
    await emulator().control('clock', { now: '2027-02-01T07:59:00Z' });
    const { body } = await emulator().refresh(tokens.refresh_token);
    const again = () => emulator().company(realm, body.access_token).get('preferences');
    expect((await again()).status).toBe(429);
    await emulator().control('clock', { now: '2027-02-01T08:00:01Z' });
    expect((await again()).status).toBe(200);
    expect(await quota()).toEqual({ limit: 100, used: 1, month: '2027-02' });
  });
});
