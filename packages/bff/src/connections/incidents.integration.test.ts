import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { HostConnection, ReconnectRequired } from '../options.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { GrantProvider } from '../testing/grant-provider.ts';
import { createGrantProvider } from '../testing/grant-provider.ts';
import { startConnections } from '../testing/start-connections.ts';
import { signIn } from '../testing/sign-in.ts';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';
import type { Connection } from './connection.ts';

const HOUR = 3_600_000;
let now: number;
let provider: GrantProvider;
let test: Awaited<ReturnType<typeof startConnections>>;
let servers: Pick<typeof test, 'withAccess' | 'list' | 'incidents'>[];
let told: ReconnectRequired[];
let hear: (event: ReconnectRequired) => void | Promise<void>;
let atHost: HostConnection[];

beforeEach(async () => {
  now = Date.now();
  told = [];
  hear = () => {};
  atHost = [];
  provider = createGrantProvider(() => new Date(now));
  test = await startConnections({
    databaseUri: inject('mongodbUri'),
    provider,
    clock: () => new Date(now),
    hostConnections: { list: async () => atHost, getAccessToken: async () => null },
    onReconnectRequired: async (event) => {
      told.push(event);
      await hear(event);
    },
  });
  servers = [test];
  while (servers.length < 5) servers.push(await test.startServer());
});
afterEach(() => test.stop());

const settled = () => Promise.all(servers.map(({ incidents }) => incidents.settled()));
const look = async () => {
  await Promise.all(servers.map(({ incidents }) => incidents.tellDue()));
  await settled();
};
const incidentOf = async ({ id }: Connection) => (await test.documents.findById(id).lean().orFail()).incident;
/** Five servers find out at a time that the grant is over. */
async function lose(connection: Connection): Promise<void> {
  now += HOUR;
  provider.beforeRefresh = () => {
    throw new ProviderError('invalid_grant', 'Ended');
  };
  await Promise.allSettled(servers.map((server) => server.withAccess(connection, async () => 'never')));
  await settled();
}

describe('H-09 a connection that comes to need a new sign-in', () => {
  it('H-09 P-03 is told once, though five servers notice at a time and look for it after that', async () => {
    const connection = await test.connect('r1', provider.grant());
    await test.connect('r2', provider.grant());
    await lose(connection);
    await look();
    now += 24 * HOUR;
    await look();
    expect(told).toEqual([
      {
        incidentId: (await incidentOf(connection))?.id,
        businessId: 'brightwater',
        connectionId: connection.id,
        companyName: 'Company r1',
        provider: 'scripted',
        channelId: null,
        at: expect.any(String) as string,
      },
    ]);
    expect(await incidentOf(connection)).toMatchObject({ tellAt: null, toldAt: expect.any(Date) as Date });
  });

  it('H-09 is told again with the same id when the host could not be told, and then no more', async () => {
    const connection = await test.connect('r1', provider.grant());
    let failures = 1;
    hear = () => {
      if ((failures -= 1) >= 0) throw new Error('The host is down');
    };
    await lose(connection);
    expect(told).toHaveLength(1);
    await look();
    expect(told).toHaveLength(1);
    now += HOUR;
    await look();
    now += HOUR;
    await look();
    expect(told).toHaveLength(2);
    expect(told[1]).toEqual(told[0]);
    expect(await incidentOf(connection)).toMatchObject({ tellAt: null, attempts: 2 });
  });

  it('H-09 is told by nobody else while the host takes its time to hear of it', async () => {
    const connection = await test.connect('r1', provider.grant());
    let answer = () => {};
    hear = () => new Promise((resolve) => (answer = resolve));
    const losing = lose(connection);
    await expect.poll(() => told.length).toBe(1);
    await Promise.all(servers.map(({ incidents }) => incidents.tellDue()));
    await new Promise((resolve) => setTimeout(resolve, 200));
    answer();
    await losing;
    expect(told).toHaveLength(1);
  });

  it('H-09 is told by another process when the one that noticed has ended', async () => {
    const connection = await test.connect('r1', provider.grant());
    const { incident } = await test.documents
      .findByIdAndUpdate(
        connection.id,
        {
          status: 'reconnect_required',
          // As the one that noticed left it, in the midst of telling.
          incident: {
            id: 'i1',
            at: new Date(now),
            tellAt: new Date(now + 60_000),
            toldAt: null,
            attempts: 1,
          },
        },
        { returnDocument: 'after' },
      )
      .lean()
      .orFail();
    await look();
    expect(told).toEqual([]);
    now += 61_000;
    await look();
    expect(told.map(({ incidentId }) => incidentId)).toEqual([incident?.id]);
  });

  it('H-09 ends with the sign-in; the next time is another incident', async () => {
    const connection = await test.connect('r1', provider.grant());
    await lose(connection);
    provider.beforeRefresh = () => {};
    await test.connect('r1', provider.grant());
    expect(await incidentOf(connection)).toBeNull();
    await lose(connection);
    expect(new Set(told.map(({ incidentId }) => incidentId)).size).toBe(2);
  });

  it('H-09 that was signed in again before the host could be told is not told any more', async () => {
    const connection = await test.connect('r1', provider.grant());
    hear = () => {
      throw new Error('The host is down');
    };
    await lose(connection);
    provider.beforeRefresh = () => {};
    await test.connect('r1', provider.grant());
    now += HOUR;
    await look();
    expect(told).toHaveLength(1);
  });

  it("H-09 is told once of a connection of the host's, whether its list says so or a call finds out", async () => {
    atHost = [hostConnection('r1'), hostConnection('r2')];
    const [first, second] = await test.list('brightwater');
    if (!first || !second) throw new Error('The host lent no connections.');
    atHost = [hostConnection('r1', { status: 'reconnect_required' }), hostConnection('r2')];
    await Promise.all(servers.map((server) => server.list('brightwater')));
    await Promise.allSettled(servers.map((server) => server.withAccess(second, async () => 'never')));
    await settled();
    await look();
    expect(told.map(({ connectionId }) => connectionId).toSorted()).toEqual([first.id, second.id].toSorted());
  });
});

it("H-09 P-03 is told by the worker's look when nobody could be told at once, with the channel", async () => {
  const heard: ReconnectRequired[] = [];
  const bff = await startSignIns({
    databaseUri: inject('mongodbUri'),
    onReconnectRequired: (event) => {
      if (heard.push(event) === 1) throw new Error('The host is down');
    },
  });
  try {
    const { connectionId } = await signIn(bff, testSession(), 'r1');
    const channel = await bff.openChannel();
    bff.time.ahead = HOUR;
    bff.provider.beforeRefresh = () => {
      throw new ProviderError('invalid_grant', 'Ended');
    };
    const preview = bff.client.previewImport({
      params: { connectionId: connectionId ?? '' },
      query: { from: '2026-01-01' },
    });
    await expect(preview).rejects.toMatchObject({ code: 'reconnect_required' });
    await expect.poll(() => heard.length).toBe(1);
    bff.time.ahead += HOUR;
    await bff.bff.worker.start();
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[1]).toMatchObject({ connectionId, channelId: channel.id });
    expect(heard[1]).toEqual(heard[0]);
  } finally {
    await bff.stop();
  }
});
