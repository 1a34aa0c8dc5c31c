import { createClient } from '@sales-channels/contract/client';
import { describe, expect, it } from 'vitest';
import { baseUrl, problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();

describe('a fault', () => {
  it.each([
    ['offline', 'network'],
    ['silence', 'timeout'],
    ['html_page', 'unexpected_response'],
    ['malformed_json', 'unexpected_response'],
    ['internal', 'internal'],
    ['provider_busy', 'provider_busy'],
  ] as const)('%s of one operation reaches the caller as %s, and no other operation', async (kind, code) => {
    const { client, world } = enter('connected', kind === 'silence' ? 50 : 5000);
    world.faults.listSales = kind;
    expect((await problemOf(client.listSales({ query: {} }))).code).toBe(code);
    expect((await client.getContext()).business.name).toBe('Brightwater');
  });

  it('of every operation spares the one with a fault of its own', async () => {
    const { client, world } = enter('connected');
    world.faults.every = 'offline';
    world.faults.getContext = 'internal';
    expect((await problemOf(client.listChannels())).code).toBe('network');
    expect((await problemOf(client.getContext())).code).toBe('internal');
  });

  it('ends after as many answers as it was given', async () => {
    const { client, world } = enter('connected');
    world.faults.listChannels = { kind: 'provider_busy', times: 2 };
    expect((await problemOf(client.listChannels())).code).toBe('provider_busy');
    expect((await problemOf(client.listChannels())).code).toBe('provider_busy');
    expect((await client.listChannels()).items).toHaveLength(2);
  });

  it('carries what its problem says beside the code', async () => {
    const { client, world } = enter('connected');
    world.faults.syncAllChannels = { kind: 'not_in_plan', details: { limit: 1, requiredPlan: 'Advanced' } };
    expect(await problemOf(client.syncAllChannels())).toMatchObject({ limit: 1, requiredPlan: 'Advanced' });
  });

  it('takes its time, where it has one', async () => {
    const { client, world } = enter('connected', 100);
    world.faults.getContext = { kind: 'internal', latencyMs: 400 };
    expect((await problemOf(client.getContext())).code).toBe('timeout');
  });

  it('of a session that expired is over with a new token', async () => {
    const { world } = enter('connected');
    world.faults.every = { kind: 'session_expired', times: 1 };
    let tokens = 0;
    const client = createClient({ baseUrl, getToken: () => `token-${(tokens += 1)}` });
    expect((await client.listChannels()).items).toHaveLength(2);
    expect(tokens).toBe(2);
  });
});

describe('a newer server', () => {
  it('may have words this client reads as unknown', async () => {
    const { client, world } = enter('connected');
    world.faults.every = 'unknown_words';
    const [channel] = (await client.listChannels()).items;
    expect(channel).toMatchObject({ status: 'unknown', type: 'unknown', lastRun: { state: 'unknown' } });
    expect((await client.getContext()).permissions).toContain('unknown');
    expect((await client.listSales({ query: {} })).items[0]?.state).toBe('unknown');
  });

  it('may have fields this client leaves out', async () => {
    const { client, world } = enter('connected');
    const before = await client.listChannels();
    world.faults.every = 'extra_fields';
    expect(await client.listChannels()).toEqual(before);
  });
});

it('sets the clock, which goes on from there', async () => {
  const { client, world } = enter('connected');
  world.setNow('2026-12-31T23:30:00-05:00');
  expect((await client.getContext()).today).toBe('2026-12-31');
  world.advance(3_600_000);
  expect((await client.getContext()).today).toBe('2027-01-01');
});
