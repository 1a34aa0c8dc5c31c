import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createProblem } from '../problem.ts';
import { ApiProblem } from './api-problem.ts';
import type { ClientOptions } from './create-client.ts';
import { createClient } from './create-client.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A server that answers with `listener`, a client for it, and the requests it got. */
async function start(listener: RequestListener, options: Partial<ClientOptions> = {}) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUps.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { requests, client: createClient({ baseUrl, getToken: () => 'first', ...options }) };
}

const answer =
  (status: number, body: unknown): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };

const rejection = async (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => 'answered',
    (error: unknown) => error,
  );

const tracking = { enabled: true, prerequisite: null };
const expired = createProblem('session_expired');

describe('createClient', () => {
  it('sends the method, path, token and body of an operation', async () => {
    let body = '';
    const { client, requests } = await start((request, response) => {
      request.on('data', (chunk) => (body += String(chunk)));
      request.on('end', () => answer(200, tracking)(request, response));
    });
    expect(await client.setSalesTracking({ body: { enabled: true } })).toEqual(tracking);
    expect(requests[0]).toMatchObject({ method: 'PUT', url: '/v1/sales-tracking' });
    expect(requests[0]?.headers).toMatchObject({
      authorization: 'Bearer first',
      'content-type': 'application/json',
      accept: 'application/json',
    });
    expect(body).toBe('{"enabled":true}');
  });

  it('encodes the query and leaves out what is undefined', async () => {
    const { client, requests } = await start(answer(200, { items: [], nextCursor: null }));
    await client.listSales({ query: { search: 'Café & Söhne+1', limit: 20, type: undefined } });
    const url = new URL(requests[0]?.url ?? '', 'http://host');
    expect(Object.fromEntries(url.searchParams)).toEqual({ search: 'Café & Söhne+1', limit: '20' });
  });

  it('takes a base address with a path and a slash at its end', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json({ items: [] }));
    const client = createClient({ baseUrl: 'https://host.example/sales/', getToken: () => 'first', fetch });
    await client.listChannels();
    expect(fetch).toHaveBeenCalledWith('https://host.example/sales/v1/channels', expect.anything());
  });

  it.each(['', '..', 'a/b', '../sales'])('sends nothing for the impossible id "%s"', async (channelId) => {
    const { client, requests } = await start(answer(200, {}));
    expect(await rejection(client.getChannel({ params: { channelId } }))).toMatchObject({
      code: 'invalid_request',
      status: 0,
    });
    expect(requests).toHaveLength(0);
  });

  it('sends an idempotency key, and no body where there is none', async () => {
    const { client, requests } = await start(
      answer(409, createProblem('sync_in_progress', { runId: 'run_1' })),
    );
    const call = client.syncChannel({ params: { channelId: 'channel_1' } }, { idempotencyKey: 'key-1' });
    expect(await rejection(call)).toMatchObject({ code: 'sync_in_progress' });
    expect(requests[0]?.headers['idempotency-key']).toBe('key-1');
    expect(requests[0]?.headers['content-type']).toBeUndefined();
  });
});

describe('the session token', () => {
  it('is asked for once by calls at the same time', async () => {
    const getToken = vi.fn<() => Promise<string>>(async () => 'shared');
    const { client } = await start(answer(200, { items: [] }), { getToken });
    await Promise.all([client.listChannels(), client.listConnections()]);
    await client.listChannels();
    expect(getToken).toHaveBeenCalledTimes(1);
  });

  it('is asked for again, once, when it has expired, and the calls are repeated', async () => {
    let count = 0;
    const { client, requests } = await start(
      (request, response) =>
        request.headers.authorization === 'Bearer token-1'
          ? answer(401, expired)(request, response)
          : answer(200, { items: [] })(request, response),
      { getToken: () => `token-${(count += 1)}` },
    );
    await Promise.all([client.listChannels(), client.listConnections()]);
    expect(count).toBe(2);
    expect(requests).toHaveLength(4);
  });

  it('gives up when the new one has expired too', async () => {
    const { client, requests } = await start(answer(401, expired));
    expect(await rejection(client.listChannels())).toMatchObject({ code: 'session_expired', status: 401 });
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['unauthenticated', createProblem('unauthenticated')],
    ['unexpected_response', 'Authorization required'],
  ])('is not renewed for a 401 that says %s', async (code, body) => {
    const { client, requests } = await start(answer(401, body));
    expect(await rejection(client.listChannels())).toMatchObject({ code, status: 401 });
    expect(requests).toHaveLength(1);
  });

  it.each([
    ['rejects', () => Promise.reject(new Error('Signed out.'))],
    [
      'throws',
      () => {
        throw new Error('Signed out.');
      },
    ],
  ])('is unauthenticated when getToken %s, and asked for again by the next call', async (_, fail) => {
    const getToken = vi.fn<() => Promise<string> | string>(() => 'second').mockImplementationOnce(fail);
    const { client, requests } = await start(answer(200, { items: [] }), { getToken });
    expect(await rejection(client.listChannels())).toMatchObject({
      code: 'unauthenticated',
      status: 0,
      cause: new Error('Signed out.'),
    });
    await client.listChannels();
    expect(requests).toHaveLength(1);
  });
});

describe('a file', () => {
  const csv = 'date,number\r\n2026-01-31,Zoë\r\n';
  /** Between two parts of a file. */
  const PAUSE_MS = 400;
  const send =
    (
      parts: readonly string[],
      end: (request: IncomingMessage, response: ServerResponse) => void,
    ): RequestListener =>
    (request, response) => {
      response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
      const next = (index: number) => {
        const part = parts[index];
        if (part === undefined) end(request, response);
        else response.write(part, () => setTimeout(next, PAUSE_MS, index + 1));
      };
      next(0);
    };

  it('N-09 comes as its text, however long it takes as long as it goes on', async () => {
    const { client, requests } = await start(
      send([csv.slice(0, 9), csv.slice(9, 20), csv.slice(20, 26), csv.slice(26)], (_, response) =>
        response.end(),
      ),
      // More than one pause, less than all of them.
      { timeoutMs: 3.5 * PAUSE_MS },
    );
    expect(await client.exportSales({ query: {} })).toBe(csv);
    expect(requests[0]?.headers.accept).toBe('text/csv');
  });

  it('N-09 that breaks off is a failure, not a shorter file', async () => {
    const { client } = await start(send([csv], (request) => request.socket.destroy()));
    expect(await rejection(client.exportSales({ query: {} }))).toMatchObject({ code: 'network' });
  });

  it('N-09 that stops coming is given up', async () => {
    const { client } = await start(
      send([csv], () => {}),
      { timeoutMs: 120 },
    );
    expect(await rejection(client.exportSales({ query: {} }))).toMatchObject({ code: 'timeout' });
  });

  it('N-09 is not taken for one where it is a page or a problem', async () => {
    const page = await start(answer(200, '<html>A proxy</html>'));
    expect(await rejection(page.client.exportSales({ query: {} }))).toMatchObject({
      code: 'unexpected_response',
    });
    const refused = await start(answer(403, createProblem('forbidden', { permission: 'read' })));
    expect(await rejection(refused.client.exportSales({ query: {} }))).toMatchObject({ code: 'forbidden' });
  });
});

describe('what a call rejects with', () => {
  it('is the problem document, with its field errors', async () => {
    const errors = [{ path: 'body.enabled', message: 'Say true or false.' }];
    const { client } = await start(answer(400, createProblem('invalid_request', { errors, detail: 'No.' })));
    const error = await rejection(client.setSalesTracking({ body: { enabled: true } }));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      code: 'invalid_request',
      status: 400,
      message: 'No.',
      fieldErrors: errors,
    });
  });

  it('is a code newer than this client, as it is', async () => {
    const problem = { type: 'about:blank', title: 'New', status: 418, code: 'teapot' };
    const { client } = await start(answer(418, problem));
    expect(await rejection(client.listChannels())).toMatchObject({ code: 'teapot', message: 'New' });
  });

  it.each([
    [200, '<html>A proxy</html>'],
    [200, { items: [{ id: 'channel_1' }] }],
    [502, '<html>Bad gateway</html>'],
    [500, { error: 'oops' }],
  ])('is unexpected_response for %i %o', async (status, body) => {
    const { client } = await start(answer(status, body));
    expect(await rejection(client.listChannels())).toMatchObject({
      code: 'unexpected_response',
      status,
      problem: null,
    });
  });

  it('is network when nobody answers', async () => {
    const { client } = await start((request) => request.socket.destroy());
    expect(await rejection(client.listChannels())).toMatchObject({ code: 'network', status: 0 });
  });

  it('is network when the answer breaks off', async () => {
    const { client } = await start((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"items"');
      setTimeout(() => request.socket.destroy(), 20);
    });
    expect(await rejection(client.listChannels())).toMatchObject({ code: 'network' });
  });

  it('is timeout when the answer takes too long', async () => {
    const { client } = await start(() => {}, { timeoutMs: 40 });
    expect(await rejection(client.listChannels())).toMatchObject({ code: 'timeout', status: 0 });
  });

  it('is timeout when the body takes too long', async () => {
    const { client } = await start((_, response) => void response.write('{'), { timeoutMs: 60 });
    expect(await rejection(client.listChannels())).toMatchObject({ code: 'timeout' });
  });

  it("is the caller's own reason when the caller aborts", async () => {
    const abort = new AbortController();
    const { client } = await start(() => abort.abort(new Error('Left the page.')));
    const call = client.listChannels(undefined, { signal: abort.signal });
    expect(await rejection(call)).toEqual(new Error('Left the page.'));
  });
});
