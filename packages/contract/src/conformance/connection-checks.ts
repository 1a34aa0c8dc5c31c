import { expect } from 'vitest';
import type { Checks } from './setting.ts';
import {
  daysAfter,
  enter,
  enterTracking,
  entryOf,
  idle,
  lend,
  openChannel,
  signIn,
  sync,
} from './setting.ts';

export const connectionChecks: Checks = {
  'C-09 makes a connection of a sign-in that was approved, and none of one that was not': async (subject) => {
    const api = await enter(subject);
    const body = { provider: subject.provider };
    const started = await api.ok('startAuthorization', { body });
    const params = { authorizationId: started.id };
    expect(await api.ok('getAuthorization', { params })).toMatchObject({
      status: 'pending',
      connectionId: null,
    });
    await api.business.signIn(started, 'denied');
    expect(await api.ok('getAuthorization', { params })).toMatchObject({
      status: 'failed',
      connectionId: null,
      problem: { code: 'authorization_denied' },
    });
    expect((await api.ok('listConnections')).items).toEqual([]);
    const [realmId] = api.business.realmIds;
    expect(await signIn(subject, api)).toMatchObject({
      provider: subject.provider,
      realmId,
      ownership: 'kit',
      status: 'connected',
      uses: [],
      channelId: null,
    });
    expect((await api.ok('listConnections')).items).toHaveLength(1);
  },

  'K-03 refuses a sign-in beyond the plan’s limit, and a place to return to of another origin': async (
    subject,
  ) => {
    const api = await enter(subject);
    const body = { provider: subject.provider };
    const session = { entitlements: { maxAccountingConnections: 0 } };
    const problem = await api.refused(
      'startAuthorization',
      'connection_limit_reached',
      { body },
      { session },
    );
    expect(problem).toMatchObject({ limit: 0, requiredPlan: 'Advanced' });
    const elsewhere = { ...body, returnTo: 'https://evil.example/' };
    await api.refused('startAuthorization', 'return_to_not_allowed', { body: elsewhere });
    await api.ok('startAuthorization', {
      body: { ...body, returnTo: 'https://app.example.com/sales?tab=1' },
    });
  },

  'J-01 J-03 disconnects, keeping channel and sales, and takes the same company back': async (subject) => {
    const api = await enterTracking(subject);
    const [realmId] = api.business.realmIds;
    api.business.write(realmId, [entryOf('1', api.today)]);
    const connection = await signIn(subject, api);
    const { id: channelId } = await openChannel(api, connection, daysAfter(api.today, -30));
    await sync(api, channelId);
    const params = { connectionId: connection.id };
    const ended = await api.ok('disconnectConnection', { params });
    expect(ended).toEqual({ ...connection, status: 'disconnected', channelId, authorizationEndsAt: null });
    expect(await api.ok('disconnectConnection', { params })).toEqual(ended);
    const channel = () => api.ok('getChannel', { params: { channelId } });
    expect(await channel()).toMatchObject({ status: 'disconnected', isActive: true });
    await api.refused('syncChannel', 'connection_unavailable', { params: { channelId } });
    await api.refused('previewImport', 'connection_unavailable', { params, query: { from: api.today } });
    expect((await api.ok('getSalesTotals')).count).toBe(1);
    api.business.write(realmId, [entryOf('2', api.today)]);
    expect((await signIn(subject, api)).id).toBe(connection.id);
    expect(await idle(api, channelId)).toMatchObject({
      status: 'up_to_date',
      lastRun: { trigger: 'reconnection', requestedBy: { id: 'dana' }, counts: { created: 1 } },
    });
    expect((await api.ok('listConnections')).items).toHaveLength(1);
    expect((await api.ok('getSalesTotals')).count).toBe(2);
  },

  'H-05 refuses another company where one is to be reconnected, naming both': async (subject) => {
    const api = await enterTracking(subject);
    const connection = await signIn(subject, api);
    const body = { provider: subject.provider, connectionId: connection.id };
    const started = await api.ok('startAuthorization', { body });
    const [, other] = api.business.realmIds;
    await api.business.signIn(started, { realmId: other });
    expect(await api.ok('getAuthorization', { params: { authorizationId: started.id } })).toMatchObject({
      status: 'failed',
      problem: {
        code: 'company_mismatch',
        companies: { connected: connection.companyName, picked: null, pickedRealmId: other },
      },
    });
    expect((await api.ok('listConnections')).items).toEqual([connection]);
  },

  'I-09 J-04 frees the place of a channel whose connection is gone, for another company': async (subject) => {
    const api = await enterTracking(subject);
    const session = { entitlements: { maxAccountingConnections: 1 } };
    const first = await signIn(subject, api);
    const gone = await openChannel(api, first, api.today);
    await api.ok('deactivateChannel', { params: { channelId: gone.id } });
    await api.ok('disconnectConnection', { params: { connectionId: first.id } });
    await api.refused('activateChannel', 'connection_unavailable', { params: { channelId: gone.id } });
    const second = await signIn(subject, api, api.business.realmIds[1]);
    expect(second.id).not.toBe(first.id);
    const body = {
      type: 'accounting',
      connectionId: second.id,
      initialSyncDate: api.today,
      startSync: false,
    };
    await api.ok('createChannel', { body }, { session });
    await api.refused('createChannel', 'connection_unavailable', {
      body: { ...body, connectionId: first.id },
    });
  },

  'J-00 leaves a connection of the host’s to the host': async (subject) => {
    const api = await enterTracking(subject);
    const { id: connectionId } = await lend(api);
    await api.refused('disconnectConnection', 'connection_of_host', { params: { connectionId } });
    const body = { provider: subject.provider, connectionId };
    const problem = await api.refused('startAuthorization', 'invalid_request', { body });
    expect(problem.errors).toMatchObject([{ path: 'body.connectionId' }]);
  },
};
