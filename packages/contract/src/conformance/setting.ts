import { expect } from 'vitest';
import type { Channel } from '../channel.ts';
import type { Connection } from '../connection.ts';
import type { Run } from '../run.ts';
import type { Sale } from '../sale.ts';
import type { Requester } from './requester.ts';
import { createRequester } from './requester.ts';
import type { CompanyEntry, ConformanceSubject } from './subject.ts';

const DAY_MS = 86_400_000;
const PATIENCE_MS = 20_000;

/** A check, by its title: it makes the businesses it needs. */
export type Check = (subject: ConformanceSubject) => Promise<void>;
export type Checks = Readonly<Record<string, Check>>;

/** An id that has the shape of one and is nobody's. */
export const NOBODYS_ID = '000000000000000000000000';

export const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

export const entryOf = (
  externalId: string,
  date: string,
  more: Partial<CompanyEntry> = {},
): CompanyEntry => ({
  externalId,
  type: 'invoice',
  number: `N-${externalId}`,
  customerName: 'Harbour Works',
  date,
  currency: 'USD',
  total: '10.1',
  ...more,
});

/** A business where nothing was done yet. */
export async function enter(subject: ConformanceSubject): Promise<Requester & { today: string }> {
  const api = createRequester(await subject.newBusiness());
  const { today } = await api.ok('getContext');
  return { ...api, today };
}

/** A business with sales tracking on. */
export async function enterTracking(subject: ConformanceSubject) {
  const api = await enter(subject);
  await api.ok('setSalesTracking', { body: { enabled: true } });
  const [manual] = (await api.ok('listChannels')).items;
  if (manual === undefined) throw new Error('There is no Manual channel.');
  return { ...api, manual };
}

/** The connection of a company the host signs in to. */
export async function lend(api: Requester, realmId = api.business.realmIds[0]): Promise<Connection> {
  api.business.lend(realmId);
  const { items } = await api.ok('listConnections');
  const connection = items.find((one) => one.realmId === realmId);
  if (connection === undefined) throw new Error('The connection the host lends is not there.');
  return connection;
}

/** The connection of a company that was signed in to here. */
export async function signIn(
  { provider }: ConformanceSubject,
  api: Requester,
  realmId = api.business.realmIds[0],
): Promise<Connection> {
  const started = await api.ok('startAuthorization', { body: { provider } });
  await api.business.signIn(started, { realmId });
  const { connectionId } = await api.ok('getAuthorization', { params: { authorizationId: started.id } });
  const connection = (await api.ok('listConnections')).items.find(({ id }) => id === connectionId);
  if (connection === undefined) throw new Error('The sign-in made no connection.');
  return connection;
}

export const openChannel = (
  api: Requester,
  { id }: Connection,
  initialSyncDate: string,
  startSync = false,
): Promise<Channel> =>
  api.ok('createChannel', {
    body: { type: 'accounting', connectionId: id, initialSyncDate, startSync },
  });

/** Waits until no run of the channel is open. */
export async function idle(api: Requester, channelId: string): Promise<Channel> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    api.business.release();
    const channel = await api.ok('getChannel', { params: { channelId } });
    if (channel.currentRun === null) return channel;
    expect(Date.now(), 'The sync does not end.').toBeLessThan(deadline);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** Syncs a channel to the end. */
export async function sync(api: Requester, channelId: string): Promise<Run> {
  const { id } = await api.ok('syncChannel', { params: { channelId } });
  await idle(api, channelId);
  return api.ok('getRun', { params: { runId: id } });
}

/** A business with an accounting channel that has been synced once. */
export async function enterSynced(
  subject: ConformanceSubject,
  entries: (today: string) => CompanyEntry[] = (today) => [entryOf('1', daysAfter(today, -5))],
) {
  const api = await enterTracking(subject);
  api.business.write(api.business.realmIds[0], entries(api.today));
  const connection = await lend(api);
  const { id } = await openChannel(api, connection, daysAfter(api.today, -30));
  await sync(api, id);
  return { ...api, connection, channel: await api.ok('getChannel', { params: { channelId: id } }) };
}

export const manualSale = (date: string, more: object = {}) => ({
  date,
  number: 'F-1',
  customerName: 'Walk-in',
  currency: 'USD',
  lines: [{ description: 'Stool', quantity: '2', unitPrice: '10.25' }],
  ...more,
});

export const sell = (api: Requester & { today: string }, more: object = {}): Promise<Sale> =>
  api.ok('createManualSale', { body: manualSale(api.today, more) });
