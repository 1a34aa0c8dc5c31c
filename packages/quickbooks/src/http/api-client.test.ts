import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderCall } from '@sales-channels/bff/provider';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { QuickBooksConfig } from '../config.ts';
import { resolveEndpoints } from '../environments.ts';
import { failure } from '../testing/failure.ts';
import { json, stubFetch } from '../testing/stub-fetch.ts';
import { createApiClient } from './api-client.ts';

const time = '2026-11-23T02:00:00.123-08:00';
const request = { kind: 'page', path: 'query', params: { query: "a >= 'b+c' " } } as const;

function clientOn(fetch: typeof globalThis.fetch, config: Partial<QuickBooksConfig> = {}) {
  const whole: QuickBooksConfig = {
    clientId: 'client',
    clientSecret: 'secret',
    environment: 'production',
    fetch,
    clock: () => new Date('2026-11-23T10:00:00Z'),
    ...config,
  };
  return createApiClient(whole, resolveEndpoints(whole.environment));
}

const access = { accessToken: 'token-1', realmId: '77' };

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

function emulatorAt(url: string): Partial<QuickBooksConfig> {
  return { environment: { name: 'emulator', authorizeUrl: url, tokenUrl: url, apiUrl: url } };
}

test('asks for JSON with the bearer token, the company in the path and an encoded statement', async () => {
  const { fetch, calls } = stubFetch([json({ QueryResponse: {}, time })]);
  const answer = await clientOn(fetch)(access, request);
  expect(answer.serverTime).toEqual(new Date('2026-11-23T10:00:00.123Z'));
  expect(calls[0]?.url.href).toBe(
    'https://quickbooks.api.intuit.com/v3/company/77/query?query=a+%3E%3D+%27b%2Bc%27+&minorversion=75',
  );
  expect(calls[0]?.headers.get('accept')).toBe('application/json');
  expect(calls[0]?.headers.get('authorization')).toBe('Bearer token-1');
});

test.each([
  ['production', 200, true],
  ['production', 401, false],
  ['sandbox', 200, false],
] as const)('tells of each answer: %s %i metered %s', async (environment, status, metered) => {
  const told: ProviderCall[] = [];
  const { fetch } = stubFetch([json({ QueryResponse: {}, time }, status)]);
  await clientOn(fetch, { environment })({ ...access, onCall: (call) => told.push(call) }, request).catch(
    () => undefined,
  );
  expect(told).toEqual([{ kind: 'page', status, metered }]);
});

const fault = (code: string, type = 'ValidationFault', Detail = 'd') => ({
  Fault: { Error: [{ Message: 'm', Detail, code }], type },
  time,
});
const gateway = (code: string) => ({
  fault: { error: [{ message: 'm', detail: null, code, element: null }], type: 'AUTHENTICATION' },
  time: 1_633_520_295_688,
});
const xml = (code: string, status: number) =>
  new Response(
    `<IntuitResponse xmlns="http://schema.intuit.com/finance/v3" time="${time}"><Fault type="SERVICE"><Error code="${code}"><Message>m</Message><Detail>d</Detail></Error></Fault></IntuitResponse>`,
    { status, headers: { 'content-type': 'text/xml' } },
  );
const html = (status: number) => new Response('<html><title>oops</title></html>', { status });

describe('what an answer means', () => {
  test.each([
    ['expired token (gateway)', () => json(gateway('3200'), 401), 'unauthorized'],
    ['company of another app (gateway)', () => json(gateway('3100'), 403), 'wrong_environment'],
    ['leading zeros', () => json(gateway('003200'), 401), 'unauthorized'],
    ['passing authentication trouble in XML', () => xml('100', 401), 'unauthorized'],
    ['subscription over, in XML', () => xml('120', 401), 'access_lost'],
    ['subscription over, as validation', () => json(fault('6190'), 400), 'access_lost'],
    ['401 with nothing in it', () => new Response('', { status: 401 }), 'unauthorized'],
    ['throttled in XML', () => xml('003001', 429), 'throttled'],
    ['throttled under another status', () => json(fault('3001', 'SERVICE'), 403), 'throttled'],
    ['throttled with nothing in it', () => new Response('', { status: 429 }), 'throttled'],
    ['a statement that does not parse', () => json(fault('4000'), 400), 'rejected'],
    ['a property that cannot be asked for', () => json(fault('4001'), 400), 'rejected'],
    ['a document that breaks the page', () => json(fault('4002'), 500), 'poisoned'],
    ['a system fault as a bad request', () => json(fault('10000', 'SystemFault'), 400), 'unavailable'],
    ['a system fault of a server in trouble', () => json(fault('10000', 'SystemFault'), 500), 'unavailable'],
    [
      'a fault in place of changes',
      () => json({ CDCResponse: [fault('3001', 'SERVICE')], time }),
      'throttled',
    ],
    [
      'a fault in place of the changes of one kind',
      () => json({ CDCResponse: [{ QueryResponse: [{ Invoice: [] }, fault('4002')] }], time }),
      'poisoned',
    ],
    ['a fault in place of rows', () => json({ QueryResponse: fault('4002'), time }), 'poisoned'],
    ['a fault dressed as success', () => json(fault('4001'), 200), 'rejected'],
    ['a system fault dressed as success', () => json(fault('1', 'SystemFault'), 200), 'unavailable'],
    [
      'changes from too long ago',
      () =>
        json(
          fault(
            '0',
            'ValidationFault',
            'Operation cdc with changedSince date x which is older than fixed days',
          ),
          400,
        ),
      'too_old',
    ],
    ['an unknown validation fault', () => json(fault('6000'), 400), 'rejected'],
    ['a broken server', () => json({}, 500), 'unavailable'],
    ['a load balancer’s page', () => html(503), 'unavailable'],
    ['a page with a success status', () => html(200), 'unavailable'],
    ['a page that forbids', () => html(403), 'unavailable'],
    ['nothing at all', () => new Response('', { status: 200 }), 'unavailable'],
    ['an answer without a time', () => json({ QueryResponse: {} }), 'unavailable'],
    ['a list instead of an object', () => json([]), 'unavailable'],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/' } }), 'unavailable'],
  ])('%s → %s', async (_name, answer, code) => {
    const { fetch, calls } = stubFetch([answer()]);
    const error = await failure(clientOn(fetch)(access, request));
    expect(error.code).toBe(code);
    expect(calls).toHaveLength(1);
    expect(error.message).not.toContain('token-1');
  });

  test('status, code and Intuit’s id of the request are kept', async () => {
    const { fetch } = stubFetch([json(fault('4000'), 400)]);
    expect(await failure(clientOn(fetch)(access, request))).toMatchObject({
      status: 400,
      providerCode: '4000',
      traceId: '1-abc',
      retryAfterMs: null,
    });
  });

  test.each([
    [{}, 60_000],
    [{ 'retry-after': '7' }, 7000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 10:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'soon' }, 60_000],
  ])('throttled with %j waits %i ms', async (headers: Record<string, string>, wait) => {
    const { fetch } = stubFetch([json({}, 429, headers)]);
    expect((await failure(clientOn(fetch)(access, request))).retryAfterMs).toBe(wait);
  });
});

describe('on a real socket', () => {
  test('an answer cut off in its body is unavailable, although its status was good', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"QueryResponse"');
      setTimeout(() => response.destroy(), 10);
    });
    const told: ProviderCall[] = [];
    const client = clientOn(globalThis.fetch, emulatorAt(url));
    const error = await failure(client({ ...access, onCall: (call) => told.push(call) }, request));
    expect(error.code).toBe('unavailable');
    expect(told).toEqual([{ kind: 'page', status: 200, metered: true }]);
  });

  test('no answer in time, nobody listening, a caller who gives up: unavailable', async () => {
    const url = await serve(() => undefined);
    const slow = clientOn(globalThis.fetch, { ...emulatorAt(url), timeouts: { data: 30 } });
    expect((await failure(slow(access, request))).code).toBe('unavailable');

    const patient = clientOn(globalThis.fetch, emulatorAt(url));
    const given = AbortSignal.timeout(30);
    expect((await failure(patient({ ...access, signal: given }, request))).code).toBe('unavailable');

    const nobody = clientOn(globalThis.fetch, emulatorAt('http://127.0.0.1:1'));
    expect((await failure(nobody(access, request))).code).toBe('unavailable');
  });
});
