import { describe, expect, it } from 'vitest';
import { problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();

describe('a sync', () => {
  it('E-06 finds nothing new the second time', async () => {
    const { client, world } = enter('connected');
    const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
    const run = await client.syncChannel({ params: { channelId } });
    world.advance(60_000);
    expect(await client.getRun({ params: { runId: run.id } })).toMatchObject({
      state: 'succeeded',
      counts: { created: 0, updated: 0, voided: 0, errors: 0 },
    });
  });

  it('E-05 is refused while one runs, naming it', async () => {
    const { client, world } = enter('syncing');
    const run = world.runs[0]?.run;
    expect(
      await problemOf(client.syncChannel({ params: { channelId: run?.channelId ?? '' } })),
    ).toMatchObject({
      code: 'sync_in_progress',
      runId: run?.id,
    });
  });

  it('H-03 that finds the authorisation gone asks for a new sign-in', async () => {
    const { client, world } = enter('connected');
    const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
    world.nextRunProblem = 'reconnect_required';
    await client.syncChannel({ params: { channelId } });
    world.advance(60_000);
    expect(await client.getChannel({ params: { channelId } })).toMatchObject({
      status: 'reconnect_required',
      lastRun: { state: 'failed', problem: { code: 'reconnect_required' } },
    });
    expect((await problemOf(client.syncChannel({ params: { channelId } }))).code).toBe('reconnect_required');
  });

  it.each([
    ['inactive', 'channel_inactive'],
    ['disconnected', 'connection_unavailable'],
    ['trackingOff', 'sales_tracking_disabled'],
  ] as const)('of a channel that is %s is refused', async (scenario, code) => {
    const { client, world } = enter(scenario);
    const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
    expect((await problemOf(client.syncChannel({ params: { channelId } }))).code).toBe(code);
  });

  it('B-08 of a channel nobody has answers not_found', async () => {
    const { client } = enter('connected');
    expect((await problemOf(client.syncChannel({ params: { channelId: 'channel_999' } }))).code).toBe(
      'not_found',
    );
  });

  it('E-12 stays in the history, newest first, page by page', async () => {
    const { client, world } = enter('connected');
    const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
    const first = await client.listRuns({ params: { channelId }, query: { limit: 3 } });
    const cursor = first.nextCursor ?? '';
    const second = await client.listRuns({ params: { channelId }, query: { limit: 3, cursor } });
    const ended = [...first.items, ...second.items].map(({ endedAt }) => endedAt ?? '');
    expect(ended).toHaveLength(4);
    expect(ended).toEqual(ended.toSorted().toReversed());
    expect(second.nextCursor).toBeNull();
  });
});
