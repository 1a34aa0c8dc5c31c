import { afterEach, describe, expect, it } from 'vitest';
import type { Deployment } from './start-deployment.ts';
import { DAY, startDeployment } from './start-deployment.ts';

/** Not in the past: the database forgets sign-ins by its own clock. */
const NOW = new Date('2040-03-02T12:00:00Z');
const HARSH = {
  guessRefreshGraceSeconds: 0,
  guessConcurrentRefreshRevokes: true,
  guessOldRefreshTokenRevokes: true,
} as const;

let deployment: Deployment;
afterEach(() => deployment.stop());
const start = async (options: Parameters<typeof startDeployment>[0] = {}) => {
  deployment = await startDeployment({ ...options, emulator: { now: NOW, switches: HARSH } });
  return deployment;
};

const refreshes = async () => (await deployment.counters()).byKind['token'] ?? 0;
/** Stops and starts the worker, which then looks around. */
async function look(): Promise<void> {
  await deployment.first.worker.stop();
  await deployment.first.worker.start();
}
const daysFromNow = (days: number) => new Date(NOW.getTime() + days * DAY * 1000).toISOString().slice(0, 10);

describe('tokens of QuickBooks Online over the years', () => {
  it('H-08 are refreshed once by five servers that need them at the same time, at the harshest provider', async () => {
    const { bffs, advance } = await start({ serverCount: 5 });
    const { connectionId, connection, sync } = await deployment.open();
    await advance(DAY + 3600);
    const before = await refreshes();
    const asked = Array.from({ length: 20 }, (_, index) =>
      bffs[index % 5]!.connections.getAccessToken('brightwater', connectionId),
    );
    const lent = await Promise.all(asked);
    expect(new Set(lent.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect((await refreshes()) - before).toBe(1);
    expect((await sync()).state).toBe('succeeded');
    expect((await connection()).status).toBe('connected');
  });

  it('H-08 go on through every daily change of the refresh token', async () => {
    const { advance } = await start();
    const { sync, connection } = await deployment.open();
    for (let day = 0; day < 4; day += 1) {
      await advance(DAY + 60);
      expect((await sync()).state).toBe('succeeded');
    }
    expect(await connection()).toMatchObject({ status: 'connected' });
    // A hundred and one days from the last refresh.
    expect((await connection()).authorizationEndsAt?.slice(0, 10)).toBe(daysFromNow(4 + 101));
  });

  it('H-03 lapse after a hundred days when nobody is there to use them, and the channel has warned before', async () => {
    const { advance, first } = await start();
    const { client, channel, connection } = await deployment.open();
    await first.worker.stop();
    await advance(70 * DAY);
    expect((await channel()).attention).toEqual([]);
    await advance(2 * DAY);
    expect(await channel()).toMatchObject({
      status: 'up_to_date',
      attention: ['authorisation_expires_soon'],
    });
    await advance(30 * DAY);
    await first.worker.start();
    await expect
      .poll(async () => (await connection()).status, { timeout: 15_000 })
      .toBe('reconnect_required');
    expect(await channel()).toMatchObject({ status: 'reconnect_required', attention: [] });
    await expect(client.syncChannel({ params: { channelId: (await channel()).id } })).rejects.toMatchObject({
      code: 'reconnect_required',
    });
  });

  it('H-08 do not lapse while a worker looks around, though nobody uses them: once each time, whoever looks', async () => {
    const { advance, bffs } = await start({ serverCount: 3 });
    const { channel, connection, client, channelId, sync } = await deployment.open();
    await client.deactivateChannel({ params: { channelId } });
    await Promise.all(bffs.map((bff) => bff.worker.stop()));
    const before = await refreshes();
    await advance(60 * DAY);
    await Promise.all(bffs.map((bff) => bff.worker.start()));
    await Promise.all(bffs.map((bff) => bff.worker.stop()));
    expect((await refreshes()) - before).toBe(0);
    for (const days of [2, 62, 62]) {
      await advance(days * DAY);
      await Promise.all(bffs.map((bff) => bff.worker.start()));
      await Promise.all(bffs.map((bff) => bff.worker.stop()));
    }
    expect((await refreshes()) - before).toBe(3);
    expect(await connection()).toMatchObject({ status: 'connected' });
    expect((await channel()).attention).toEqual([]);
    await client.activateChannel({ params: { channelId } });
    await bffs[0]!.worker.start();
    await expect.poll(async () => (await channel()).currentRun, { timeout: 20_000 }).toBeNull();
    expect((await sync()).state).toBe('succeeded');
  });

  it('H-03 end after five years whatever is refreshed: a warning for thirty days, then a new sign-in, then all is well', async () => {
    const { advance, first } = await start();
    const { channel, connection, connect, connectionId, sync } = await deployment.open();
    const fiveYears = 1825;
    let days = 0;
    for (; days + 61 < fiveYears - 30; days += 61) {
      await advance(61 * DAY);
      await look();
    }
    expect((await channel()).attention).toEqual([]);
    expect((await connection()).authorizationEndsAt?.slice(0, 10)).toBe(daysFromNow(fiveYears));
    const before = await refreshes();
    await advance((fiveYears - 29 - days) * DAY);
    await look();
    await look();
    expect(await refreshes()).toBe(before);
    expect((await channel()).attention).toEqual(['authorisation_expires_soon']);
    expect((await sync()).state).toBe('succeeded');
    await advance(30 * DAY);
    expect((await sync()).problem?.code).toBe('reconnect_required');
    expect(await channel()).toMatchObject({ status: 'reconnect_required', attention: [] });
    expect(await connect(connectionId)).toBe(connectionId);
    await first.worker.start();
    await expect.poll(async () => (await channel()).status, { timeout: 20_000 }).toBe('up_to_date');
    expect((await connection()).authorizationEndsAt! > (await channel()).lastSyncedAt!).toBe(true);
  });

  it('H-08 survive an answer that was lost on the day the token stays, and ask for a sign-in where it had changed', async () => {
    const { advance, control } = await start();
    const { sync, channel, connection, connect, connectionId } = await deployment.open();
    await advance(2 * 3600);
    await control('faults', { kind: 'lost', match: 'token' });
    expect((await sync()).state).toBe('succeeded');
    await advance(DAY);
    await control('faults', { kind: 'lost', match: 'token' });
    // The new refresh token is on no disk of ours, and the old one ends the grant.
    expect((await sync()).problem?.code).toBe('reconnect_required');
    await connect(connectionId);
    await expect.poll(async () => (await channel()).status, { timeout: 20_000 }).toBe('up_to_date');
    expect((await connection()).status).toBe('connected');
  });

  it('H-03 of one company that ended its grant leave those of others alone', async () => {
    const { control, realms } = await start();
    const one = await deployment.open('brightwater');
    const other = await deployment.open('kestrel', { realmId: realms[1] });
    await control('revoke', { realm: realms[0] });
    expect((await one.sync()).problem?.code).toBe('reconnect_required');
    expect((await other.sync()).state).toBe('succeeded');
    expect([(await one.connection()).status, (await other.connection()).status]).toEqual([
      'reconnect_required',
      'connected',
    ]);
  });
});
