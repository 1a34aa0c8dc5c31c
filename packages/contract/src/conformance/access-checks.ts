import { expect } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import type { EndpointName } from '../endpoints.ts';
import { endpoints } from '../endpoints.ts';
import { PERMISSIONS } from '../context.ts';
import type { Asked } from './requester.ts';
import type { Checks } from './setting.ts';
import { enter, enterSynced, enterTracking, NOBODYS_ID, sell, signIn } from './setting.ts';

const table = Object.entries(endpoints) as [EndpointName, Endpoint][];

/** As much of a request as its address needs. */
const addressOf = (endpoint: Endpoint, id = NOBODYS_ID): Asked => ({
  params: Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => [name, id])),
});

export const accessChecks: Checks = {
  'refuses every operation without a session, with one that is over, and from another origin': async (
    subject,
  ) => {
    const { refused, business } = await enter(subject);
    const over = await business.expiredToken();
    for (const [name, endpoint] of table) {
      const address = addressOf(endpoint);
      await refused(name, 'unauthenticated', address, { token: null });
      await refused(name, 'unauthenticated', address, {
        token: null,
        headers: { authorization: 'Basic YTpi' },
      });
      await refused(name, 'session_expired', address, { token: over });
      await refused(name, 'origin_not_allowed', address, { headers: { origin: 'https://evil.example' } });
    }
  },

  'answers the origin the session names': async (subject) => {
    const { ok } = await enter(subject);
    await ok('getContext', {}, { headers: { origin: 'https://app.example.com' } });
  },

  'E-07 says since when stock is tracked, where the host says so': async (subject) => {
    const { ok } = await enter(subject);
    const since = async (session: { stockTrackedSince?: string }) =>
      (await ok('getContext', {}, { session })).stockTrackedSince;
    expect(await since({ stockTrackedSince: '2026-03-01' })).toBe('2026-03-01');
    expect(await since({})).toBeNull();
  },

  'U-02 refuses every operation without its permission, naming it, before anything else': async (subject) => {
    const { refused } = await enter(subject);
    for (const [name, endpoint] of table) {
      const permissions = PERMISSIONS.filter((permission) => permission !== endpoint.permission);
      const problem = await refused(name, 'forbidden', addressOf(endpoint), { session: { permissions } });
      expect({ name, permission: problem.permission }).toEqual({ name, permission: endpoint.permission });
    }
  },

  'A-01 refuses all but the context where the plan has no sales tracking, naming the plan': async (
    subject,
  ) => {
    const { ok, refused } = await enter(subject);
    const session = { entitlements: { salesTracking: { allowed: false, requiredPlan: 'Growth' } } };
    for (const [name, endpoint] of table) {
      if (endpoint.isForEveryPlan) await ok(name, {}, { session });
      else {
        const problem = await refused(name, 'plan_required', addressOf(endpoint), { session });
        expect({ name, requiredPlan: problem.requiredPlan }).toEqual({ name, requiredPlan: 'Growth' });
      }
    }
  },

  'K-05 keeps what there is readable when the plan loses sales tracking, and changes nothing': async (
    subject,
  ) => {
    const api = await enterSynced(subject);
    const { id: saleId } = await sell(api);
    const channelId = api.channel.id;
    const session = { entitlements: { salesTracking: { allowed: false, requiredPlan: 'Growth' } } };
    expect((await api.ok('listSales', {}, { session })).items).toHaveLength(2);
    expect((await api.ok('listChannels', {}, { session })).items).toHaveLength(2);
    await api.ok('getSale', { params: { saleId } }, { session });
    await api.refused('syncChannel', 'plan_required', { params: { channelId } }, { session });
    await api.refused('createManualSale', 'plan_required', { body: {} }, { session });
    await api.refused('deactivateChannel', 'plan_required', { params: { channelId } }, { session });
  },

  'B-08 answers not_found for ids that are nobody’s, impossible, or another business’': async (subject) => {
    const other = await enterSynced(subject);
    const { id: saleId } = await sell(other);
    const own = await enterTracking(subject);
    const channelId = other.channel.id;
    const connection = await signIn(subject, other, other.business.realmIds[1]);
    const authorization = await other.ok('startAuthorization', {
      body: { provider: subject.provider, connectionId: connection.id },
    });
    const ids: Record<string, string> = {
      channelId,
      saleId,
      connectionId: connection.id,
      authorizationId: authorization.id,
      runId: other.channel.lastRun?.id ?? '',
    };
    const bodies: Partial<Record<EndpointName, object>> = {
      updateChannel: { initialSyncDate: own.today },
      updateManualSale: { note: 'x' },
      voidSale: { reason: 'x' },
    };
    for (const [name, endpoint] of table) {
      if (endpoint.params === undefined) continue;
      const [param = ''] = Object.keys(addressOf(endpoint).params ?? {});
      const more = { body: bodies[name], ...(name === 'previewImport' && { query: { from: own.today } }) };
      for (const id of [NOBODYS_ID, '..%2e', ids[param] ?? '']) {
        const { detail, errors } = await own.refused(name, 'not_found', { params: { [param]: id }, ...more });
        expect({ name, detail, errors }).toEqual({ name });
      }
    }
    const body = { provider: subject.provider, connectionId: connection.id };
    await own.refused('startAuthorization', 'not_found', { body });
    expect((await other.ok('getChannel', { params: { channelId } })).isActive).toBe(true);
    expect((await own.ok('listSales', { query: { channelId } })).items).toEqual([]);
  },
};
