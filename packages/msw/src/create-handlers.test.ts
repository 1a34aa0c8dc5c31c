import { endpoints } from '@sales-channels/contract';
import { createClient } from '@sales-channels/contract/client';
import { describe, expect, it } from 'vitest';
import { createHandlers } from './create-handlers.ts';
import { baseUrl, clock, problemOf, startMockApi } from './testing/mock-api.ts';
import { createWorld } from './world/create-world.ts';

const { server, enter } = startMockApi();

async function post(body: string, contentType = 'application/json'): Promise<unknown> {
  const headers = { authorization: 'Bearer token', 'content-type': contentType };
  const response = await fetch(`${baseUrl}/v1/channels`, { method: 'POST', headers, body });
  return response.json();
}

const newChannel = { type: 'accounting', initialSyncDate: '2026-09-01' } as const;

describe('createHandlers', () => {
  it('has one handler an operation', () => {
    const handlers = createHandlers({ world: createWorld('empty'), baseUrl });
    expect(handlers.map(({ info }) => `${String(info.method)} ${String(info.path)}`)).toEqual(
      Object.values(endpoints).map(({ method, path }) => `${method} ${baseUrl}${path}`),
    );
  });

  it('answers on any origin unless told one, ids in the address included', async () => {
    server.use(...createHandlers({ world: createWorld('connected', { clock }) }));
    const client = createClient({ baseUrl: 'https://elsewhere.example', getToken: () => 'token' });
    const [channel] = (await client.listChannels()).items;
    const channelId = channel?.id ?? '';
    expect(await client.getChannel({ params: { channelId } })).toEqual(channel);
  });

  it('asks for a session token', async () => {
    enter('connected');
    const response = await fetch(`${baseUrl}/v1/context`);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  it('U-02 answers forbidden, naming the permission', async () => {
    const { client, world } = enter('readOnly');
    const channelId = world.channels[0]?.id ?? '';
    expect(await problemOf(client.syncChannel({ params: { channelId } }))).toMatchObject({
      code: 'forbidden',
      permission: 'sync',
    });
  });

  it('A-01 answers plan_required, naming the plan, and never an empty list', async () => {
    const { client } = enter('notInPlan');
    expect((await client.getContext()).entitlements.salesTracking.allowed).toBe(false);
    const problem = { code: 'plan_required', requiredPlan: 'Growth' };
    expect(await problemOf(client.listChannels())).toMatchObject(problem);
    expect(await problemOf(client.setSalesTracking({ body: { enabled: true } }))).toMatchObject(problem);
  });

  it('K-05 keeps what there is readable when sales tracking leaves the plan', async () => {
    const { client, world } = enter('connected');
    world.context.entitlements.salesTracking = { allowed: false };
    expect((await client.listSales({ query: {} })).items).toHaveLength(50);
    const channelId = world.channels[0]?.id ?? '';
    expect((await problemOf(client.syncChannel({ params: { channelId } }))).code).toBe('plan_required');
  });

  it('names every field that is wrong', async () => {
    const { client } = enter('readyToConnect');
    const body = { ...newChannel, connectionId: { $gt: '' }, initialSyncDate: '2026-02-30', extra: 1 };
    const problem = await problemOf(client.createChannel({ body: body as never }));
    expect(problem.code).toBe('invalid_request');
    expect(problem.errors?.map(({ path }) => path)).toEqual([
      'body.connectionId',
      'body.initialSyncDate',
      'body',
    ]);
  });

  it('answers a body that is no JSON, or too large, with its problem', async () => {
    enter('readyToConnect');
    expect(await post('{')).toMatchObject({ code: 'invalid_request' });
    expect(await post('{}', 'text/plain')).toMatchObject({ code: 'unsupported_media_type' });
    expect(await post(`"${'x'.repeat(200_000)}"`)).toMatchObject({ code: 'payload_too_large' });
  });

  it('C-06 makes one channel of a repeated request, and tells a reused key', async () => {
    const { client, world } = enter('readyToConnect');
    const connectionId = world.connections[0]?.id ?? '';
    const create = (initialSyncDate: string, idempotencyKey: string) =>
      client.createChannel({ body: { ...newChannel, connectionId, initialSyncDate } }, { idempotencyKey });
    const first = await create('2026-09-01', 'a');
    expect(await create('2026-09-01', 'a')).toEqual(first);
    expect((await problemOf(create('2026-10-01', 'a'))).code).toBe('idempotency_conflict');
    expect(await problemOf(create('2026-09-01', 'b'))).toMatchObject({
      code: 'channel_exists',
      channelId: first.id,
    });
  });

  it('fails an operation on demand', async () => {
    const { client, world } = enter('connected');
    world.faults.listSales = 'internal';
    expect((await problemOf(client.listSales({ query: {} }))).code).toBe('internal');
    expect((await client.listChannels()).items).toHaveLength(2);
    expect((await problemOf(enter('serverError').client.getContext())).code).toBe('internal');
  });

  it('leaves an operation hanging on demand', async () => {
    const { client } = enter('loading', 50);
    expect((await problemOf(client.listChannels())).code).toBe('timeout');
    expect((await client.getContext()).business.name).toBe('Brightwater');
  });
});
