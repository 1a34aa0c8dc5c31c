import { afterEach, describe, expect, it } from 'vitest';
import type { Deployment } from './start-deployment.ts';
import { DAY, startDeployment } from './start-deployment.ts';

/** Not in the past: the database forgets sign-ins by its own clock. */
const NOW = new Date('2040-03-20T12:00:00Z');
const NEXT_MONTH = '2040-04-01T07:00:00.000Z';

let deployment: Deployment;
afterEach(() => deployment.stop());
const start = async (options: Parameters<typeof startDeployment>[0] = {}) => {
  deployment = await startDeployment({ ...options, emulator: { now: NOW, ...options.emulator } });
  return deployment;
};

describe('a month of metered calls', () => {
  it('E-12 is counted as the provider counts it, by company and run, what failed left out', async () => {
    const { control, counters, realms } = await start();
    const { sync, channel, client, connectionId } = await deployment.open();
    const other = await deployment.open('kestrel', { realmId: realms[1] });
    await client.previewImport({ params: { connectionId }, query: { from: '2020-01-01' } });
    for (const kind of ['503html', '429', 'reset'])
      await control('faults', { kind, realm: realms[0], match: 'cdc', retryAfterSeconds: 0 });
    const before = (await counters(realms[0])).metered;
    const run = await sync();
    expect(run.providerCalls).toBe((await counters(realms[0])).metered - before);
    const { used } = await control<{ used: number }>('quota');
    const calls = [(await channel()).providerCalls, (await other.channel()).providerCalls];
    expect(calls).toEqual([
      { month: '2040-03', used: (await counters(realms[0])).metered, ceiling: null },
      { month: '2040-03', used: (await counters(realms[1])).metered, ceiling: null },
    ]);
    expect((calls[0]?.used ?? 0) + (calls[1]?.used ?? 0)).toBe(used);
  });

  it('E-12 ends before the provider ends it: no call is made, and what was read stays', async () => {
    const ceiling = 16;
    const { counters, advance } = await start({ bff: { monthlyProviderCalls: ceiling } });
    const { sync, channel, client, connectionId } = await deployment.open();
    let known = await channel();
    let stopped = await sync();
    while (stopped.state === 'succeeded') {
      known = await channel();
      stopped = await sync();
    }
    expect(stopped).toMatchObject({
      state: 'failed',
      problem: { code: 'budget_reached', availableAt: NEXT_MONTH },
      providerCalls: 0,
    });
    expect((await counters()).metered).toBe(ceiling);
    expect(await channel()).toMatchObject({
      status: 'sync_failed',
      attention: ['budget_reached'],
      lastSyncedAt: known.lastSyncedAt,
      providerCalls: { month: '2040-03', used: ceiling, ceiling },
      nextSyncAt: expect.stringContaining('2040-04-01T07:0') as string,
    });
    await expect(
      client.previewImport({ params: { connectionId }, query: { from: '2020-01-01' } }),
    ).rejects.toMatchObject({ code: 'budget_reached' });
    expect((await counters()).metered).toBe(ceiling);

    await advance(12 * DAY);
    expect((await channel()).attention).toEqual([]);
    expect((await sync()).state).toBe('succeeded');
    expect(await channel()).toMatchObject({
      status: 'up_to_date',
      providerCalls: { month: '2040-04', ceiling },
    });
  });

  it('E-12 that one business has used up leaves the others theirs', async () => {
    const { realms } = await start({ bff: { monthlyProviderCallsPerBusiness: 16 } });
    const one = await deployment.open();
    let run = await one.sync();
    while (run.state === 'succeeded') run = await one.sync();
    expect(run.problem?.code).toBe('budget_reached');
    const other = await deployment.open('kestrel', { realmId: realms[1] });
    expect((await other.sync()).state).toBe('succeeded');
    expect((await other.channel()).attention).toEqual([]);
  });

  it('E-13 that the provider has ended makes the run end as busy, long before anybody is asked too often', async () => {
    const { control, counters } = await start({
      // Without the header a minute is waited for, several times.
      quickBooks: {
        fetch: async (...request) => {
          const answer = await fetch(...request);
          if (answer.status !== 429) return answer;
          const headers = new Headers(answer.headers);
          headers.set('retry-after', '600');
          return new Response(answer.body, { status: 429, headers });
        },
      },
    });
    const { sync, channel } = await deployment.open();
    await control('quota', { limit: 1 });
    const before = (await counters()).calls;
    const run = await sync();
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'provider_busy' }, providerCalls: 0 });
    expect((await channel()).attention).toEqual([]);
    // Ten minutes' pause for everybody: the next one does not even ask.
    expect((await sync()).problem?.code).toBe('provider_busy');
    expect((await counters()).calls - before).toBe(1);
  });
});

describe('the pace of a company', () => {
  it('E-13 stays below what the provider turns down, however many servers call at once', async () => {
    const { counters, control, realms } = await start({
      serverCount: 5,
      emulator: { now: NOW, switches: { throttle: true } },
    });
    const { client, connectionId } = await deployment.open('brightwater', { isSynced: false });
    await control('counters/reset', {});
    const ask = () => client.previewImport({ params: { connectionId }, query: { from: '2020-01-01' } });
    // Few enough for none to wait too long for its turn; what a minute has room for is told by the tests of the pace.
    const answers = await Promise.allSettled(Array.from({ length: 7 }, ask));
    expect(answers.filter(({ status }) => status === 'rejected')).toEqual([]);
    const { byStatus } = await counters(realms[0]);
    expect(byStatus).toEqual({ 200: 21 });
  });
});
