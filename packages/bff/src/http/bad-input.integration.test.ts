import { createHash } from 'node:crypto';
import type { Endpoint } from '@sales-channels/contract';
import { endpoints, problemSchema, PROBLEMS } from '@sales-channels/contract';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod/mini';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, signSession, startTestBff, testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startTestBff>>;
/** Ids that exist, of the business that asks nothing here. */
let ids: Record<'channelId' | 'connectionId' | 'runId' | 'saleId' | 'authorizationId', string>;
const other = testSession({ business: { id: 'kestrel', name: 'Kestrel' } });

beforeAll(async () => {
  const provider = createScriptedProvider();
  provider.documents = [scriptedSale('1'), scriptedSale('2')];
  const connections = { brightwater: [hostConnection('r1'), hostConnection('r2')], kestrel: [] };
  test = await startTestBff({ databaseUri: inject('mongodbUri'), provider, connections });
  await test.bff.worker.start();
  const channel = await test.openChannel();
  const run = await test.ended((await test.client.syncChannel({ params: { channelId: channel.id } })).id);
  const { items } = await test.client.listSales({ query: {} });
  const advanced = testSession({
    entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 3 },
  });
  const authorization = await test.clientOf(advanced).startAuthorization({ body: { provider: 'scripted' } });
  await test.clientOf(other).setSalesTracking({ body: { enabled: true } });
  // The plan of the sessions to come is noted here, not by the first of them that is refused.
  await test.clientOf(testSession()).getContext();
  ids = {
    channelId: channel.id,
    connectionId: channel.connection?.id ?? '',
    runId: run.id,
    saleId: items[0]?.id ?? '',
    authorizationId: authorization.id,
  };
});
afterAll(() => test.stop());

/** One number over everything stored but the queue's own bookkeeping. */
async function databaseHash(): Promise<string> {
  const hash = createHash('sha256');
  const collections = await test.database.db!.listCollections().toArray();
  for (const { name } of collections.toSorted((a, b) => a.name.localeCompare(b.name))) {
    if (name === 'jobs') continue;
    const documents = await test.database.collection(name).find().sort({ _id: 1 }).toArray();
    hash.update(name).update(JSON.stringify(documents));
  }
  return hash.digest('hex');
}

interface Sent {
  method?: string;
  path: string;
  body?: unknown;
  rawBody?: string;
  headers?: Record<string, string>;
  session?: ReturnType<typeof testSession> | null;
}

async function send({ method = 'GET', path, body, rawBody, headers = {}, session = testSession() }: Sent) {
  const response = await fetch(`${test.baseUrl}${path}`, {
    method,
    headers: {
      ...(session && { authorization: `Bearer ${await signSession(session)}` }),
      ...((body !== undefined || rawBody !== undefined) && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(rawBody !== undefined && { body: rawBody }),
  });
  const problem = z.parse(problemSchema, await response.json());
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(response.status).toBe(problem.status);
  expect(Object.keys(PROBLEMS)).toContain(problem.code);
  expect(JSON.stringify(problem)).not.toMatch(/mongo|E11000|at .*\.ts|Error:/);
  return problem;
}

/** Sends, and makes sure that nothing was written. */
async function refused(sent: Sent) {
  const before = await databaseHash();
  const problem = await send(sent);
  expect(await databaseHash()).toBe(before);
  return problem;
}

const operations = Object.entries(endpoints) as [string, Endpoint][];
const goodBody: Record<string, unknown> = {
  setSalesTracking: { enabled: false },
  startAuthorization: { provider: 'scripted' },
  createChannel: { type: 'accounting', connectionId: '0'.repeat(24), initialSyncDate: '2026-01-01' },
  updateChannel: { initialSyncDate: '2026-01-01' },
  createManualSale: {
    date: '2026-01-01',
    currency: 'USD',
    lines: [{ description: 'Bracket', quantity: '1', unitPrice: '1' }],
  },
  updateManualSale: { number: 'M-1', customerName: 'Zoë', note: 'Late' },
  voidSale: { reason: 'Entered twice' },
};
/** Fields that may be nothing. */
const nullable = ['number', 'customerName', 'note'];
const pathWith = ({ path }: Endpoint, idOf: (name: string) => string) =>
  path.replace(/:(\w+)/g, (_, name: string) => idOf(name));
const ownPath = (endpoint: Endpoint) => pathWith(endpoint, (name) => ids[name as keyof typeof ids]);
/** What an operation cannot be asked without. */
const query = ({ path }: Endpoint) =>
  path.endsWith('/preview') ? '?from=2026-01-01' : path.endsWith('/series') ? '?period=month&by=none' : '';
const sendTo = (name: string, endpoint: Endpoint, change: Partial<Sent>): Sent => ({
  method: endpoint.method,
  path: `${ownPath(endpoint)}${query(endpoint)}`,
  ...(goodBody[name] !== undefined && { body: goodBody[name] }),
  ...change,
});

describe('every operation', () => {
  it.each(operations)('%s refuses a request without a session', async (name, endpoint) => {
    expect((await refused(sendTo(name, endpoint, { session: null }))).code).toBe('unauthenticated');
    const nonsense = { session: null, headers: { authorization: 'Bearer nonsense' } };
    expect((await refused(sendTo(name, endpoint, nonsense))).code).toBe('unauthenticated');
  });

  it.each(operations)('%s refuses another origin than the session names', async (name, endpoint) => {
    const headers = { origin: 'https://app.example.com.evil.example' };
    expect((await refused(sendTo(name, endpoint, { headers }))).code).toBe('origin_not_allowed');
  });

  it.each(operations)('U-02 %s refuses a user without its permission', async (name, endpoint) => {
    const problem = await refused(sendTo(name, endpoint, { session: testSession({ permissions: [] }) }));
    expect(problem).toMatchObject({ code: 'forbidden', permission: endpoint.permission });
  });

  it.each(operations.filter(([, endpoint]) => !endpoint.isForEveryPlan))(
    'A-01 %s names the plan to a business whose plan has no sales tracking',
    async (name, endpoint) => {
      const session = testSession({
        business: { id: 'newcomer', name: 'Newcomer' },
        entitlements: {
          salesTracking: { allowed: false, requiredPlan: 'Standard' },
          maxAccountingConnections: 0,
        },
      });
      const problem = await refused(sendTo(name, endpoint, { session }));
      expect(problem).toMatchObject({ code: 'plan_required', requiredPlan: 'Standard' });
    },
  );

  it.each(operations.filter(([, endpoint]) => endpoint.params))(
    "B-08 %s finds nothing under another business' id",
    async (name, endpoint) => {
      expect((await refused(sendTo(name, endpoint, { session: other }))).code).toBe('not_found');
    },
  );

  it.each(operations.filter(([, endpoint]) => endpoint.params))(
    '%s finds nothing under ids that are unknown or none',
    async (name, endpoint) => {
      for (const id of ['0'.repeat(24), 'x', '%7B%22$gt%22%3A%22%22%7D', '..%2f..%2fetc', 'a'.repeat(300)]) {
        const path = `${pathWith(endpoint, () => id)}${query(endpoint)}`;
        expect((await refused(sendTo(name, endpoint, { path }))).code).toBe('not_found');
      }
    },
  );

  it.each(operations)('%s refuses a query it does not know', async (name, endpoint) => {
    const path = `${ownPath(endpoint)}${query(endpoint) || '?'}&$where=1`;
    const problem = await refused(sendTo(name, endpoint, { path }));
    expect(problem).toMatchObject({ code: 'invalid_request', errors: [{ path: 'query' }] });
  });
});

describe('every operation with a body', () => {
  const withBody = operations.filter(([, endpoint]) => endpoint.body);

  it.each(withBody)('%s refuses bodies that are not what it asks for', async (name, endpoint) => {
    for (const body of [{}, [], 'text', 7, null, { $gt: '' }, { ...(goodBody[name] as object), extra: 1 }]) {
      const problem = await refused(sendTo(name, endpoint, { body }));
      expect(problem.code).toBe('invalid_request');
    }
  });

  it.each(withBody)('%s refuses operators and wrong types in each field', async (name, endpoint) => {
    for (const field of Object.keys(goodBody[name] as object)) {
      for (const value of [{ $gt: '' }, { $ne: null }, ['x'], 7, null]) {
        if (value === null && nullable.includes(field)) continue;
        const problem = await refused(
          sendTo(name, endpoint, { body: { ...(goodBody[name] as object), [field]: value } }),
        );
        expect(problem.code).toBe('invalid_request');
        // In a list it is the entry that is wrong.
        expect(problem.errors?.map(({ path }) => path.replace(/\.0$/, ''))).toEqual([`body.${field}`]);
      }
    }
  });

  it.each(withBody)(
    '%s refuses what is not JSON, too large, missing or of another kind',
    async (_, endpoint) => {
      const to = (change: Partial<Sent>) =>
        refused({ method: endpoint.method, path: ownPath(endpoint), ...change });
      expect((await to({ rawBody: '{"enabled":' })).code).toBe('invalid_request');
      expect((await to({ rawBody: JSON.stringify({ enabled: 'x'.repeat(200_000) }) })).code).toBe(
        'payload_too_large',
      );
      expect((await to({})).code).toBe('invalid_request');
      expect(
        (
          await to({
            rawBody: 'enabled=true',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
          })
        ).code,
      ).toBe('unsupported_media_type');
      expect((await to({ rawBody: '{"__proto__":{"enabled":true}}' })).code).toBe('invalid_request');
    },
  );
});

describe('queries', () => {
  it.each([
    ['dateFrom=2026-02-30', 'query.dateFrom'],
    ['dateFrom=2026-01-01T00:00:00Z', 'query.dateFrom'],
    ['dateTo=yesterday', 'query.dateTo'],
    ['type=estimate', 'query.type'],
    ['type[$gt]=', 'query'],
    ['state=active&state=voided', 'query.state'],
    ['limit=0', 'query.limit'],
    ['limit=100000', 'query.limit'],
    ['limit=ten', 'query.limit'],
    ['channelId=%7B%7D', 'query.channelId'],
    ['cursor=bm9uc2Vuc2U', 'query.cursor'],
    [`search=${'x'.repeat(101)}`, 'query.search'],
  ])('listSales refuses %s and says where', async (search, path) => {
    expect(await refused({ path: `/v1/sales?${search}` })).toMatchObject({
      code: 'invalid_request',
      errors: [{ path }],
    });
  });

  it('a search is words, not a pattern', async () => {
    for (const search of ['.*', '(', '[a-', '\\', '$', 'N.1']) {
      expect((await test.client.listSales({ query: { search } })).items).toEqual([]);
    }
    expect((await test.client.listSales({ query: { search: 'n-1' } })).items).toHaveLength(1);
  });

  it.each(['/v1', '/v1/', '/v1/nothing', '/v1/sales/x/y'])('%s is not found', async (path) => {
    expect((await refused({ path })).code).toBe('not_found');
  });
});

describe('imported sales', () => {
  it.each([
    ['PATCH', '', { note: 'Late' }],
    ['POST', '/void', { reason: 'Entered twice' }],
  ])('G-11 are read-only: %s %s', async (method, path, body) => {
    const problem = await refused({ method, path: `/v1/sales/${ids.saleId}${path}`, body });
    expect(problem.code).toBe('sale_imported');
  });

  it.each(['PUT', 'POST', 'DELETE'])('G-11 cannot be changed or deleted with %s', async (method) => {
    const problem = await refused({
      method,
      path: `/v1/sales/${ids.saleId}`,
      body: { total: '0', state: 'voided' },
    });
    expect(problem.code).toBe('not_found');
  });
});

describe('initial sync dates', () => {
  it.each([
    ['D-02 tomorrow', new Date(Date.now() + 48 * 3_600_000).toISOString().slice(0, 10)],
    ['D-03 30 February', '2026-02-30'],
    ['D-03 a text', 'soon'],
    ['D-01 a time', '2026-01-01T00:00:00Z'],
    ['D-03 a year of five digits', '12026-01-01'],
  ])('%s is refused on the field', async (_, initialSyncDate) => {
    const body = { type: 'accounting', connectionId: ids.connectionId, initialSyncDate };
    const problem = await refused({ method: 'POST', path: '/v1/channels', body });
    expect(problem).toMatchObject({ code: 'invalid_request', errors: [{ path: 'body.initialSyncDate' }] });
    const moved = await refused({
      method: 'PATCH',
      path: `/v1/channels/${ids.channelId}`,
      body: { initialSyncDate },
    });
    expect(moved).toMatchObject({ code: 'invalid_request', errors: [{ path: 'body.initialSyncDate' }] });
  });
});
