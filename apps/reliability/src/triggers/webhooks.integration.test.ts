import type { Run } from '@sales-channels/contract';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Deployment } from '../limits/start-deployment.ts';
import { DAY, startDeployment } from '../limits/start-deployment.ts';

type Opened = Awaited<ReturnType<Deployment['open']>>;
interface Delivery {
  id: number;
  state: string;
  format: string;
  events: { realmId: string }[];
  attempts: { outcome: number | string }[];
}

const VERIFIER_TOKEN = 'verifier-of-the-app';
let deployment: Deployment;
let brightwater: Opened;

beforeEach(async () => {
  deployment = await startDeployment({
    serverCount: 2,
    quickBooks: { webhookVerifierToken: VERIFIER_TOKEN },
    bff: { syncEveryMinutes: 360 },
  });
  brightwater = await deployment.open();
  await deployment.control('webhook', {
    url: `${deployment.serverUrl()}/webhooks/quickbooks`,
    verifierToken: VERIFIER_TOKEN,
  });
  // What was read in the same second as what happens next would not be new.
  await deployment.advance(60);
});
afterEach(() => deployment.stop());

const switches = (set: object) => deployment.control('switches', set);
const create = async (docNumber: string, type = 'Invoice', realm: string = deployment.realms[0]) => {
  const made = await deployment.control<{ id: string }>('documents', { realm, type, docNumber });
  return made.id;
};
const change = (id: string, how: string, body: object = {}) =>
  deployment.control(`documents/Invoice/${id}/${how}?realm=${deployment.realms[0]}`, body);
const deliveries = () => deployment.control<Delivery[]>('webhook/deliveries');
const runsOf = async ({ client, channelId }: Opened): Promise<Run[]> =>
  (await client.listRuns({ params: { channelId }, query: { limit: 50 } })).items;
const patience = { timeout: 60_000, interval: 200 };
async function stateOf(business: Opened, search: string): Promise<string> {
  const { items } = await business.client.listSales({ query: { search } });
  return items.map(({ number, state }) => `${number} ${state}`).join();
}
async function expectSale(search: string, state = 'active', business = brightwater): Promise<void> {
  await expect.poll(() => stateOf(business, search), patience).toBe(`${search} ${state}`);
}

/** Everything the servers have stored but the queue's own bookkeeping. */
async function stored(): Promise<string> {
  const mongo = await MongoClient.connect(inject('mongodbUri'));
  const database = mongo.db(deployment.databaseName);
  const names = (await database.listCollections().toArray()).map(({ name }) => name);
  const contents = names
    .filter((name) => name !== 'jobs')
    .toSorted()
    .map((name) => database.collection(name).find().sort({ _id: 1 }).toArray());
  const text = JSON.stringify(await Promise.all(contents));
  await mongo.close();
  return text;
}
async function expectNothingFrom(work: () => Promise<unknown>): Promise<void> {
  await deployment.first.worker.stop();
  const before = [await stored(), (await deployment.counters()).calls];
  await work();
  expect([await stored(), (await deployment.counters()).calls]).toEqual(before);
}

describe('the webhooks of QuickBooks', () => {
  it.each(['cloudEvents', 'classic'] as const)(
    'E-14 arrive as sales within seconds, told in %s',
    async (format) => {
      await switches({ webhookFormat: format });
      const id = await create('T-1');
      await create('T-2', 'SalesReceipt');
      await create('T-3', 'CreditMemo');
      await expectSale('T-1');
      await expectSale('T-2');
      await expectSale('T-3');
      await deployment.advance(60);
      await change(id, 'void');
      await expectSale('T-1', 'voided');
      const sent = await deliveries();
      expect(new Set(sent.map((one) => one.format))).toEqual(new Set([format]));
      for (const { state, attempts } of sent)
        expect({ state, attempts }).toMatchObject({ state: 'delivered', attempts: [{ outcome: 200 }] });
      const triggers = (await runsOf(brightwater)).map(({ trigger }) => trigger);
      expect(triggers.at(-1)).toBe('manual');
      expect(new Set(triggers.slice(0, -1))).toEqual(new Set(['webhook']));
    },
  );

  it('E-14 may come twice and in the wrong order, and cost one sync', async () => {
    await switches({ webhookDuplicates: true, webhookOrder: 'reversed', guessWebhookGatherSeconds: 4 });
    const numbers = ['T-1', 'T-2', 'T-3', 'T-4'];
    for (const number of numbers) await create(number);
    for (const number of numbers) await expectSale(number);
    await expect
      .poll(async () => (await deliveries()).map(({ state }) => state), patience)
      .toEqual(['delivered', 'delivered', 'delivered', 'delivered']);
    const runs = await runsOf(brightwater);
    expect(runs.filter(({ trigger }) => trigger === 'webhook')).toHaveLength(1);
    // What is sent once more after that is known already.
    await expectNothingFrom(async () => {
      for (const { id } of await deliveries())
        await deployment.control(`webhook/deliveries/${id}/redeliver`, {});
    });
    expect((await deliveries()).flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome))).toEqual(
      Array.from({ length: 8 }, () => 200),
    );
  });

  it('E-14 may be lost: the schedule brings in what nobody was told of, with one run after five days', async () => {
    await switches({ webhookLost: true });
    await create('T-1');
    await expect.poll(async () => (await deliveries()).map(({ state }) => state), patience).toEqual(['lost']);
    await deployment.first.worker.stop();
    await deployment.advance(5 * DAY);
    await deployment.first.worker.start();
    await expectSale('T-1');
    await expect.poll(async () => (await runsOf(brightwater))[0]?.endedAt, patience).not.toBeNull();
    expect((await runsOf(brightwater)).map(({ trigger }) => trigger)).toEqual(['schedule', 'manual']);
  });

  it('E-14 tell of several companies in one post, each of which syncs', async () => {
    const kestrel = await deployment.open('kestrel', { realmId: deployment.realms[1] });
    await deployment.advance(60);
    await switches({ guessWebhookGatherSeconds: 4 });
    await create('T-1');
    await create('T-2', 'SalesReceipt', deployment.realms[1]);
    await expectSale('T-1');
    await expectSale('T-2', 'active', kestrel);
    const [only, ...others] = await deliveries();
    expect(others).toEqual([]);
    expect(new Set(only?.events.map(({ realmId }) => realmId))).toEqual(new Set(deployment.realms));
    for (const business of [brightwater, kestrel])
      expect((await runsOf(business))[0]?.trigger).toBe('webhook');
  });

  it('E-14 that are forged are refused, change nothing and cost no call', async () => {
    await expectNothingFrom(async () => {
      for (const signing of ['otherToken', 'missing', 'garbage', 'altered'])
        await deployment.control('webhook/forge', { realm: deployment.realms[0], signing });
      await deployment.control('webhook/forge', { realm: '9341469999999999', signing: 'valid' });
    });
    const outcomes = (await deliveries()).map(({ attempts }) => attempts[0]?.outcome);
    expect(outcomes).toEqual([200, 401, 401, 401, 401]);
  });
});
