import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { hostConnection, signSession, testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startSignIns>>;
beforeEach(async () => {
  test = await startSignIns({
    databaseUri: inject('mongodbUri'),
    connections: { wharf: [hostConnection('h1')] },
  });
});
afterEach(() => test.stop());

const post = async (body: string, session = testSession()) => {
  const response = await fetch(`${test.baseUrl}/v1/authorizations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await signSession(session)}`, 'content-type': 'application/json' },
    body,
  });
  return { status: response.status, ...((await response.json()) as { code?: string }) };
};

describe('asking for a sign-in', () => {
  it.each([
    ['an unknown accounting system', { provider: 'ledgers-r-us' }, 400, 'invalid_request'],
    ['an operator', { provider: { $gt: '' } }, 400, 'invalid_request'],
    [
      'a connection as an operator',
      { provider: 'scripted', connectionId: { $ne: null } },
      400,
      'invalid_request',
    ],
    ['an unknown connection', { provider: 'scripted', connectionId: '0'.repeat(24) }, 404, 'not_found'],
    [
      'another address to return to',
      { provider: 'scripted', returnTo: 'https://evil.example/' },
      400,
      'return_to_not_allowed',
    ],
    [
      'a script to return to',
      { provider: 'scripted', returnTo: 'javascript:alert(1)' },
      400,
      'invalid_request',
    ],
    ['a field nobody knows', { provider: 'scripted', businessId: 'kestrel' }, 400, 'invalid_request'],
  ])('with %s is refused, and nothing is written', async (_what, body, status, code) => {
    const before = await test.fingerprint();
    expect(await post(JSON.stringify(body))).toMatchObject({ status, code });
    expect(await test.fingerprint()).toBe(before);
  });

  it('K-05 is refused where the plan has no sales tracking, naming the plan that has', async () => {
    const session = testSession({
      entitlements: {
        salesTracking: { allowed: false, requiredPlan: 'Standard' },
        maxAccountingConnections: 5,
      },
    });
    await expect(test.start(session)).rejects.toMatchObject({
      code: 'plan_required',
      problem: { requiredPlan: 'Standard' },
    });
  });

  it("is refused for another business' connection, and for one the host signs in itself", async () => {
    const { browser, state, status } = await test.leave();
    await test.comeBack(browser, { code: 'c', state, realmId: 'r1' });
    const connectionId = (await status()).connectionId ?? '';
    const kestrel = testSession({ business: { id: 'kestrel', name: 'Kestrel' } });
    await expect(test.start(kestrel, { connectionId })).rejects.toMatchObject({ code: 'not_found' });

    const wharf = testSession({ business: { id: 'wharf', name: 'Wharf' } });
    const [lent] = (await test.clientOf(wharf).listConnections()).items;
    await expect(test.start(wharf, { connectionId: lent?.id ?? '' })).rejects.toMatchObject({
      code: 'invalid_request',
      problem: { errors: [{ path: 'body.connectionId' }] },
    });
  });

  it('is seen by its own business only', async () => {
    const { id } = await test.start();
    const kestrel = test.clientOf(testSession({ business: { id: 'kestrel', name: 'Kestrel' } }));
    const ask = kestrel.getAuthorization({ params: { authorizationId: id } });
    await expect(ask).rejects.toMatchObject({ code: 'not_found' });
    test.time.ahead = 15 * 60_000;
    const expired = await test.client.getAuthorization({ params: { authorizationId: id } });
    expect(expired).toMatchObject({
      status: 'expired',
      problem: { code: 'authorization_expired', status: 410 },
    });
  });
});

describe('C-08 a preview', () => {
  it('counts what a first sync would bring and keeps the number', async () => {
    const { browser, state, status } = await test.leave();
    await test.comeBack(browser, { code: 'c', state, realmId: 'r1' });
    const connectionId = (await status()).connectionId ?? '';
    const counts = { invoice: 1000, sales_receipt: 200, credit_memo: 40 };
    test.provider.count = async (_access, { type }) => counts[type];
    const preview = await test.client.previewImport({
      params: { connectionId },
      query: { from: '2026-01-01' },
    });
    expect(preview).toEqual({
      from: '2026-01-01',
      documents: counts,
      total: 1240,
      providerCalls: 7,
      seconds: 13,
    });
    const stored = await test.database.collection('connections').findOne();
    expect(stored?.['preview']).toMatchObject({ from: '2026-01-01', total: 1240 });
  });

  it('is refused for connections of others, and for one that was disconnected', async () => {
    const wharf = test.clientOf(testSession({ business: { id: 'wharf', name: 'Wharf' } }));
    const [lent] = (await wharf.listConnections()).items;
    const input = { params: { connectionId: lent?.id ?? '' }, query: { from: '2026-01-01' } };
    await expect(test.client.previewImport(input)).rejects.toMatchObject({ code: 'not_found' });
    await test.database
      .collection('connections')
      .updateOne({}, { $set: { status: 'disconnected', isLive: false } });
    await expect(wharf.previewImport(input)).rejects.toMatchObject({ code: 'connection_unavailable' });
  });
});
