import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { Session } from '../session/session.ts';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startSignIns>>;
beforeEach(async () => {
  test = await startSignIns({
    databaseUri: inject('mongodbUri'),
    connections: { wharf: [hostConnection('h1')] },
  });
});
afterEach(() => test.stop());

const business = (id: string, name: string, maxAccountingConnections = 1): Session =>
  testSession({
    business: { id, name },
    entitlements: {
      salesTracking: { allowed: true },
      maxAccountingConnections,
      moreConnectionsPlan: 'Advanced',
    },
  });
const brightwater = business('brightwater', 'Brightwater');
const kestrel = business('kestrel', 'Kestrel');
const wharf = business('wharf', 'Wharf', 2);

async function signIn(session: Session, realmId: string, connectionId?: string) {
  const { browser, state, status } = await test.leave(
    session,
    connectionId === undefined ? {} : { connectionId },
  );
  const page = await test.comeBack(browser, { code: `code-${realmId}`, state, realmId });
  return { page, authorization: await status() };
}
/** Holds whoever comes until all are there. */
function meeting(size: number): () => Promise<void> {
  let arrived = 0;
  let begin = () => {};
  const all = new Promise<void>((resolve) => {
    begin = resolve;
  });
  return () => {
    arrived += 1;
    if (arrived === size) begin();
    return all;
  };
}
const connectionsOf = async (session: Session) => (await test.clientOf(session).listConnections()).items;

describe('which company a sign-in may bring', () => {
  it('H-05 refuses another company on reconnect before the code is exchanged, naming both', async () => {
    const { authorization } = await signIn(wharf, 'r1');
    const before = await test.fingerprint('connections');
    const exchanges = test.provider.exchanges.length;
    const { page, authorization: second } = await signIn(wharf, 'h1', authorization.connectionId ?? '');
    expect(second).toMatchObject({ status: 'failed', problem: { code: 'company_mismatch' } });
    for (const name of ['Company r1', 'Company h1']) {
      expect(second.problem?.detail).toContain(name);
      expect(page.body).toContain(name);
    }
    const third = await signIn(wharf, 'r9', authorization.connectionId ?? '');
    expect(third.authorization.problem?.detail).toContain('company ID r9');
    expect(test.provider.exchanges).toHaveLength(exchanges);
    expect(await test.fingerprint('connections')).toBe(before);
  });

  it('H-04 J-03 puts new tokens on the same connection when the same company is signed in again', async () => {
    const { authorization } = await signIn(brightwater, 'r1');
    const connectionId = authorization.connectionId ?? '';
    await test.database.collection('connections').updateOne({}, { $set: { status: 'reconnect_required' } });
    const again = await signIn(brightwater, 'r1', connectionId);
    expect(again.authorization).toMatchObject({ status: 'succeeded', connectionId });
    expect(await connectionsOf(brightwater)).toMatchObject([{ id: connectionId, status: 'connected' }]);
    const lent = await test.bff.connections.getAccessToken('brightwater', connectionId);
    expect(lent.accessToken).toBe('access-g2-1');
    expect(test.provider.revocations).toEqual([]);
  });

  it('J-03 takes the connection up again that was disconnected', async () => {
    const { authorization } = await signIn(brightwater, 'r1');
    const ended = { status: 'disconnected', isLive: false, tokens: null };
    await test.database.collection('connections').updateOne({}, { $set: ended });
    const again = await signIn(brightwater, 'r1');
    expect(again.authorization.connectionId).toBe(authorization.connectionId);
    expect(await connectionsOf(brightwater)).toMatchObject([{ status: 'connected' }]);
  });

  it('K-02 refuses a company of another business without saying whose, and exchanges nothing', async () => {
    await signIn(brightwater, 'r1');
    const { page, authorization } = await signIn(kestrel, 'r1');
    expect(authorization).toMatchObject({ status: 'failed', problem: { code: 'company_in_use' } });
    expect(page.body + JSON.stringify(authorization)).not.toContain('Brightwater');
    expect(test.provider.exchanges).toHaveLength(1);
    expect(await connectionsOf(kestrel)).toEqual([]);
  });

  it('J-00 refuses a company the host already lends to the business, naming it', async () => {
    await connectionsOf(wharf);
    const { authorization } = await signIn(wharf, 'h1');
    expect(authorization.problem).toMatchObject({
      code: 'company_in_use',
      detail: 'Company h1 is already connected here. Use that connection.',
    });
    expect(test.provider.exchanges).toEqual([]);
  });

  it('K-02 gives a company to one of two businesses that sign in at a time, and ends the other grant', async () => {
    test.provider.beforeExchange = meeting(2);
    const outcomes = await Promise.all([signIn(brightwater, 'r1'), signIn(kestrel, 'r1')]);
    const states = outcomes.map(({ authorization }) => authorization.problem?.code ?? authorization.status);
    expect(states.toSorted()).toEqual(['company_in_use', 'succeeded']);
    expect(await test.database.collection('connections').countDocuments()).toBe(1);
    expect(test.provider.exchanges).toHaveLength(2);
    expect(test.provider.revocations).toHaveLength(1);
  });

  it('K-03 refuses a sign-in beyond the plan, naming the limit and what raises it', async () => {
    await signIn(brightwater, 'r1');
    const before = await test.fingerprint();
    await expect(test.start(brightwater)).rejects.toMatchObject({
      code: 'connection_limit_reached',
      status: 403,
      problem: { limit: 1, requiredPlan: 'Advanced' },
    });
    expect(await test.fingerprint()).toBe(before);
    expect((await test.start(business('brightwater', 'Brightwater', 2))).status).toBe('pending');
  });

  it("K-03 counts the host's connections", async () => {
    const start = test.start(business('wharf', 'Wharf', 1));
    await expect(start).rejects.toMatchObject({ code: 'connection_limit_reached' });
  });

  it('K-03 holds for sign-ins that began together, one after the other', async () => {
    const [first, second] = [await test.leave(brightwater), await test.leave(brightwater)];
    await test.comeBack(first.browser, { code: 'c1', state: first.state, realmId: 'r1' });
    const page = await test.comeBack(second.browser, { code: 'c2', state: second.state, realmId: 'r2' });
    expect((await second.status()).problem).toMatchObject({ code: 'connection_limit_reached', limit: 1 });
    expect(page.body).toContain('The plan Advanced allows more.');
    expect(test.provider.exchanges).toHaveLength(1);
  });

  it('K-03 holds for sign-ins that end at the same moment', async () => {
    test.provider.beforeExchange = meeting(4);
    const realms = ['r1', 'r2', 'r3', 'r4'];
    const outcomes = await Promise.all(realms.map((realmId) => signIn(brightwater, realmId)));
    const states = outcomes.map(({ authorization }) => authorization.problem?.code ?? authorization.status);
    const limit = 'connection_limit_reached';
    expect(states.toSorted()).toEqual([limit, limit, limit, 'succeeded']);
    expect(await connectionsOf(brightwater)).toHaveLength(1);
    expect(test.provider.revocations).toHaveLength(3);
  });
});

describe('a provider that fails', () => {
  it.each([
    ['ambiguous', 'provider_busy'],
    ['unavailable', 'provider_busy'],
    ['invalid_grant', 'provider_failed'],
    ['misconfigured', 'provider_failed'],
  ] as const)('the exchange with %s is asked once and the sign-in fails', async (error, code) => {
    test.provider.beforeExchange = () => {
      throw new ProviderError(error, 'internals of the provider');
    };
    const { page, authorization } = await signIn(brightwater, 'r1');
    expect(authorization).toMatchObject({ status: 'failed', problem: { code } });
    expect(page.body + JSON.stringify(authorization)).not.toContain('internals');
    expect(test.provider.exchanges).toHaveLength(1);
    expect(await connectionsOf(brightwater)).toEqual([]);
  });

  it('at telling the company is asked again, and the grant is ended when it gives no access', async () => {
    let asked = 0;
    test.provider.company = async ({ realmId }) => {
      asked += 1;
      if (asked === 1) throw new ProviderError('unavailable', 'Down');
      return { realmId, name: 'Answered', homeCurrency: null };
    };
    const { authorization } = await signIn(brightwater, 'r1');
    expect([asked, authorization.status]).toEqual([2, 'succeeded']);

    test.provider.company = () => Promise.reject(new ProviderError('access_lost', 'Not an administrator'));
    const second = await signIn(kestrel, 'r2');
    expect(second.authorization.problem).toMatchObject({ code: 'access_lost' });
    expect(test.provider.revocations).toEqual(['refresh-g2-1']);
    expect(await connectionsOf(kestrel)).toEqual([]);
  });
});
