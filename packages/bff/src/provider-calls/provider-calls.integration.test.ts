import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { silentLogger } from '../logger.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { ProviderAccess } from '../provider/provider.ts';
import type { ScriptedProvider } from '../testing/scripted-provider.ts';
import { createScriptedProvider } from '../testing/scripted-provider.ts';
import { createProviderCalls } from './create-provider-calls.ts';
import type { CallCeilings } from './meter.ts';

const CHANGES = { types: ['invoice'], since: new Date(0) } as const;
const UNLIMITED = { monthly: undefined, monthlyPerBusiness: undefined };
let provider: ScriptedProvider;
let databases: mongoose.Connection[];
let databaseName: string;
let now: Date;

beforeEach(() => {
  provider = createScriptedProvider();
  databases = [];
  databaseName = `calls-${randomUUID().slice(0, 13)}`;
  now = new Date('2026-11-28T12:00:00Z');
});
afterEach(async () => {
  await databases[0]?.dropDatabase();
  await Promise.all(databases.map((database) => database.close()));
});

/** A server's worth of calls, on the database of all. */
async function startServer(ceilings: Partial<CallCeilings> = {}) {
  const database = await mongoose
    .createConnection(inject('mongodbUri'), {
      dbName: databaseName,
      autoCreate: false,
      autoIndex: false,
      monitorCommands: true,
    })
    .asPromise();
  databases.push(database);
  const calls = createProviderCalls({
    database,
    providers: [provider],
    ceilings: { ...UNLIMITED, ...ceilings },
    clock: () => now,
    logger: silentLogger,
  });
  const [limited] = calls.providers;
  if (!limited) throw new Error('The provider is gone.');
  const usedOf = async (businessId: string, realmId = 'r1') => {
    const connection = {
      id: 'c1',
      businessId,
      realmId,
      provider: 'scripted',
      environment: 'test',
      companyName: realmId,
      homeCurrency: null,
      ownership: 'kit' as const,
      status: 'connected' as const,
      uses: [],
      preview: null,
      connectedAt: now,
      authorizationEndsAt: null,
    };
    return (await calls.monthlyCalls([connection])).get('c1');
  };
  return { ...calls, limited, usedOf };
}

const access = (change: Partial<ProviderAccess> = {}): ProviderAccess => ({
  accessToken: 't',
  realmId: 'r1',
  businessId: 'brightwater',
  ...change,
});
const failuresOf = async (calls: Promise<unknown>[]) =>
  (await Promise.allSettled(calls)).flatMap((call) =>
    call.status === 'rejected' ? [call.reason as Error] : [],
  );

describe('calls of a company', () => {
  it('are so many a second and at once, on however many servers', async () => {
    Object.assign(provider, { pace: { perSecond: 8, perMinute: 450, atOnce: 3 } });
    const servers = await Promise.all(Array.from({ length: 5 }, () => startServer()));
    const starts: number[] = [];
    let underWay = 0;
    let most = 0;
    provider.before = async () => {
      starts.push(Date.now());
      underWay += 1;
      most = Math.max(most, underWay);
      await delay(100);
      underWay -= 1;
    };
    const calls = Array.from({ length: 25 }, (_, index) =>
      servers[index % 5]!.limited.changesSince(access(), CHANGES),
    );
    expect(await failuresOf(calls)).toEqual([]);
    expect(most).toBe(3);
    expect(starts).toHaveLength(25);
    // Measured where a call begins, some time after its turn was noted; without turns eight take a quarter of a second.
    const closest = starts.map((at, index) => (starts[index + 8] ?? Infinity) - at);
    expect(Math.min(...closest)).toBeGreaterThan(600);
  });

  it('leave those of other companies alone', async () => {
    Object.assign(provider, { pace: { perSecond: 1, perMinute: 60, atOnce: 1 } });
    const { limited } = await startServer();
    const startedAt = Date.now();
    const realmIds = Array.from({ length: 10 }, (_, index) => `r${index}`);
    await Promise.all(realmIds.map((realmId) => limited.changesSince(access({ realmId }), CHANGES)));
    expect(Date.now() - startedAt).toBeLessThan(5000);
  });

  it('pause for everybody when the provider asks one to, and nobody is asked anything meanwhile', async () => {
    const [one, other] = await Promise.all([startServer(), startServer()]);
    let throttles = 1;
    provider.before = () => {
      if ((throttles -= 1) >= 0) throw new ProviderError('throttled', 'Too fast', { retryAfterMs: 4000 });
    };
    const startedAt = Date.now();
    await expect(one.limited.changesSince(access(), CHANGES)).rejects.toMatchObject({ code: 'throttled' });
    const elsewhere = other.limited.changesSince(access({ realmId: 'r2' }), CHANGES);
    await elsewhere;
    expect(Date.now() - startedAt).toBeLessThan(4000);
    await other.limited.changesSince(access(), CHANGES);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(4000);
    expect(provider.calls).toHaveLength(3);
  });

  it('end as throttled where the turn would come too late, and at once where they are given up', async () => {
    const { limited } = await startServer();
    provider.before = () => {
      throw new ProviderError('throttled', 'Come back later', { retryAfterMs: 60_000 });
    };
    await expect(limited.count(access(), { type: 'invoice', from: '2026-01-01' })).rejects.toBeInstanceOf(
      ProviderError,
    );
    const late = await limited.changesSince(access(), CHANGES).catch((error: unknown) => error);
    expect(late).toMatchObject({ code: 'throttled' });
    expect((late as ProviderError).retryAfterMs).toBeGreaterThan(50_000);
    expect(provider.calls).toHaveLength(1);

    provider.before = () => delay(3000);
    const running = [1, 2, 3].map(() => limited.changesSince(access({ realmId: 'r2' }), CHANGES));
    await delay(200);
    const ending = new AbortController();
    const waiting = limited.changesSince(access({ realmId: 'r2', signal: ending.signal }), CHANGES);
    setTimeout(() => ending.abort(new Error('Given up')), 100);
    const startedAt = Date.now();
    await expect(waiting).rejects.toThrow(/Given up|aborted/);
    expect(Date.now() - startedAt).toBeLessThan(2500);
    await Promise.all(running);
  });

  it('give the slots of a killed process free', async () => {
    Object.assign(provider, { pace: { perSecond: 100, perMinute: 6000, atOnce: 1 } });
    const [one, other] = await Promise.all([startServer(), startServer()]);
    await one.limited.changesSince(access(), CHANGES);
    await one.settled();
    const dead = { owner: 'killed', until: Date.now() + 2000 };
    await databases[0]!
      .collection<{ _id: string }>('provider_pace')
      .updateOne({ _id: 'scripted/test/r1' }, { $set: { 'pace.slots': [dead] }, $inc: { version: 1 } });
    await other.limited.changesSince(access(), CHANGES);
    expect(Date.now()).toBeGreaterThanOrEqual(dead.until);
  });

  it('cost two round trips beforehand', async () => {
    const { limited, settled } = await startServer();
    await limited.changesSince(access(), CHANGES);
    await settled();
    const sent: string[] = [];
    databases[0]!.getClient().on('commandStarted', ({ commandName }) => sent.push(commandName));
    let before: string[] = [];
    provider.before = () => {
      before = [...sent];
    };
    await limited.changesSince(access(), CHANGES);
    // The turn and the count.
    expect(before).toEqual(['update', 'update']);
  });
});

describe('metered calls', () => {
  it('are counted by business, company and month, those alone that the provider counts', async () => {
    const { limited, usedOf } = await startServer();
    await Promise.all([1, 2, 3].map(() => limited.changesSince(access(), CHANGES)));
    await limited.changesSince(access({ realmId: 'r2' }), CHANGES);
    await limited.changesSince(access({ businessId: 'kestrel' }), CHANGES);
    provider.before = () => {
      throw new ProviderError('unavailable', 'Down');
    };
    await expect(limited.changesSince(access(), CHANGES)).rejects.toThrow('Down');
    expect(await usedOf('brightwater')).toEqual({ month: '2026-11', used: 3, ceiling: null });
    expect(await usedOf('brightwater', 'r2')).toMatchObject({ used: 1 });
    expect(await usedOf('kestrel')).toMatchObject({ used: 1 });
    // The month turns where the provider is.
    now = new Date('2026-12-01T07:59:59Z');
    expect(await usedOf('brightwater')).toMatchObject({ month: '2026-11', used: 3 });
    now = new Date('2026-12-01T08:00:00Z');
    expect(await usedOf('brightwater')).toMatchObject({ month: '2026-12', used: 0 });
  });

  it('are counted as many as one answer took', async () => {
    const { limited, usedOf } = await startServer();
    const company = provider.company.bind(provider);
    provider.company = async (given) => {
      await company(given);
      return company(given);
    };
    await limited.company(access());
    expect(await usedOf('brightwater')).toMatchObject({ used: 2 });
  });

  it('never pass the ceiling of the deployment, however many ask at once on several servers', async () => {
    const ceilings = { monthly: 7 };
    const servers = await Promise.all([1, 2, 3].map(() => startServer(ceilings)));
    const calls = Array.from({ length: 30 }, (_, index) =>
      servers[index % 3]!.limited.changesSince(
        access({ realmId: `r${index % 4}`, businessId: `b${index % 4}` }),
        CHANGES,
      ),
    );
    const failures = await failuresOf(calls);
    expect(failures).toHaveLength(23);
    for (const failure of failures)
      expect(failure).toMatchObject({
        code: 'budget_reached',
        details: { availableAt: '2026-12-01T08:00:00.000Z' },
      });
    expect(provider.calls).toHaveLength(7);
    now = new Date('2026-12-01T08:00:00Z');
    await servers[0]!.limited.changesSince(access(), CHANGES);
  });

  it('are all under a ceiling that is set in the middle of a month', async () => {
    const before = await startServer();
    await Promise.all([1, 2].map(() => before.limited.changesSince(access(), CHANGES)));
    await before.limited.changesSince(access({ businessId: 'kestrel', realmId: 'r2' }), CHANGES);
    const { limited } = await startServer({ monthly: 4, monthlyPerBusiness: 3 });
    await limited.changesSince(access(), CHANGES);
    for (const businessId of ['brightwater', 'kestrel'])
      await expect(limited.changesSince(access({ businessId }), CHANGES)).rejects.toMatchObject({
        code: 'budget_reached',
      });
  });

  it('of one business never take those of another', async () => {
    const { limited, usedOf } = await startServer({ monthlyPerBusiness: 2, monthly: 3 });
    const call = (businessId: string) => limited.changesSince(access({ businessId }), CHANGES);
    await call('brightwater');
    await call('brightwater');
    await expect(call('brightwater')).rejects.toMatchObject({ code: 'budget_reached' });
    await call('kestrel');
    // The refused one was counted nowhere, or this would not be the deployment's last.
    await expect(call('kestrel')).rejects.toMatchObject({ code: 'budget_reached' });
    expect(await usedOf('kestrel')).toEqual({ month: '2026-11', used: 1, ceiling: 2 });
    expect(provider.calls).toHaveLength(3);
  });
});
