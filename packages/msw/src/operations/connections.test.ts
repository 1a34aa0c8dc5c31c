import { describe, expect, it } from 'vitest';
import { problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();
const start = { provider: 'quickbooks' };

describe('a sign-in', () => {
  it('C-09 makes a connection when it is approved', async () => {
    const { client, world } = enter('notConnected');
    const { id, startUrl, status } = await client.startAuthorization({ body: start });
    expect({ startUrl, status }).toEqual({ startUrl: world.startUrl(id), status: 'pending' });
    world.finishAuthorization(id, 'approved');
    const { connectionId } = await client.getAuthorization({ params: { authorizationId: id } });
    expect((await client.listConnections()).items).toMatchObject([
      { id: connectionId, status: 'connected', companyName: 'Brightwater Lighting Co.', channelId: null },
    ]);
  });

  it.each([
    ['denied', 'failed', 'authorization_denied'],
    ['company_in_use', 'failed', 'company_in_use'],
    ['expired', 'expired', 'authorization_expired'],
  ] as const)('C-09 that ends %s makes none and says why', async (outcome, status, code) => {
    const { client, world } = enter('notConnected');
    const { id } = await client.startAuthorization({ body: start });
    world.finishAuthorization(id, outcome);
    expect(await client.getAuthorization({ params: { authorizationId: id } })).toMatchObject({
      status,
      connectionId: null,
      problem: { code },
    });
    expect((await client.listConnections()).items).toEqual([]);
    expect(() => world.finishAuthorization(id, 'approved')).toThrow('is waiting for an answer');
  });

  it('is approved by itself after a moment, where the world says so', async () => {
    const { client, world } = enter('notConnected');
    world.autoApproveMs = 1000;
    const { id } = await client.startAuthorization({ body: start });
    const statusAfter = async (ms: number) => {
      world.advance(ms);
      return (await client.getAuthorization({ params: { authorizationId: id } })).status;
    };
    expect(await statusAfter(900)).toBe('pending');
    expect(await statusAfter(200)).toBe('succeeded');
  });

  it('expires when nobody answers', async () => {
    const { client, world } = enter('notConnected');
    const { id } = await client.startAuthorization({ body: start });
    world.advance(3_600_000);
    expect((await client.getAuthorization({ params: { authorizationId: id } })).status).toBe('expired');
  });

  it('H-04 brings a connection back with its channel', async () => {
    const { client, world } = enter('reconnectRequired');
    const connectionId = world.connections[0]?.id ?? '';
    const { id } = await client.startAuthorization({ body: { ...start, connectionId } });
    world.finishAuthorization(id, 'approved');
    expect((await client.listChannels()).items[0]).toMatchObject({
      status: 'syncing',
      currentRun: { trigger: 'reconnection', requestedBy: { id: 'user_mara' } },
    });
    world.advance(60_000);
    expect((await client.listChannels()).items[0]?.status).toBe('up_to_date');
    expect((await client.listConnections()).items).toHaveLength(1);
  });

  it('K-03 is refused beyond the plan, naming what raises the limit', async () => {
    const { client } = enter('connected');
    expect(await problemOf(client.startAuthorization({ body: start }))).toMatchObject({
      code: 'connection_limit_reached',
      limit: 1,
      requiredPlan: 'Advanced',
    });
  });

  it('K-04 repairs, in a smaller plan, the connection somebody made room for', async () => {
    const { client, world } = enter('twoChannels');
    world.context.entitlements.maxAccountingConnections = 1;
    const [first, second] = world.connections;
    if (!first || !second) throw new Error('The world has two connections.');
    Object.assign(second, { ownership: 'kit', status: 'reconnect_required' });
    const repair = () => client.startAuthorization({ body: { ...start, connectionId: second.id } });
    expect(await problemOf(repair())).toMatchObject({ code: 'connection_limit_reached', limit: 1 });
    const resting = world.channels.find(({ connectionId }) => connectionId === first.id);
    await client.deactivateChannel({ params: { channelId: resting?.id ?? '' } });
    world.finishAuthorization((await repair()).id, 'approved');
    expect(second.status).toBe('connected');
  });

  it('is refused for another system, another connection, or a place to return to that is not allowed', async () => {
    const { client, world } = enter('severalConnections');
    world.context.entitlements.maxAccountingConnections = 9;
    world.allowedOrigins = ['https://app.example'];
    const codeOf = async (more: object) =>
      (await problemOf(client.startAuthorization({ body: { ...start, ...more } }))).code;
    expect(await codeOf({ provider: 'abacus' })).toBe('invalid_request');
    expect(await codeOf({ connectionId: 'connection_999' })).toBe('not_found');
    expect(await codeOf({ connectionId: world.connections[2]?.id })).toBe('invalid_request');
    expect(await codeOf({ returnTo: 'https://evil.example/' })).toBe('return_to_not_allowed');
  });
});
