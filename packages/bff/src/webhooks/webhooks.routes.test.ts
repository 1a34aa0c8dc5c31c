import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProblemHandler } from '../http/problems.ts';
import { silentLogger } from '../logger.ts';
import type { CompanyChange } from '../provider/provider.ts';
import { createScriptedProvider } from '../testing/scripted-provider.ts';
import { createWebhookRoutes } from './webhooks.routes.ts';

let now: number;
let taken: (readonly CompanyChange[])[];
let warnings: object[];
let errors: object[];
let fail: boolean;
let server: Server;

async function start(before: express.RequestHandler[] = []): Promise<void> {
  const logger = {
    ...silentLogger,
    warn: (fields: object) => void warnings.push(fields),
    error: (fields: object) => void errors.push(fields),
  };
  const silent = { ...createScriptedProvider(), id: 'silent', readNotification: undefined };
  const { readNotification: _, ...mute } = silent;
  const app = express().use(
    ...before,
    createWebhookRoutes({
      providers: [createScriptedProvider(), mute],
      takeChanges: async (_provider, changes) => {
        if (fail) throw new Error('The database is gone');
        taken.push(changes);
      },
      clock: () => new Date(now),
      logger,
    }),
    createProblemHandler(logger),
  );
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

beforeEach(async () => {
  [now, taken, warnings, errors, fail] = [Date.now(), [], [], [], false];
  await start();
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const url = (provider = 'scripted') =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/${provider}`;
const post = (body: string | Buffer, headers: Record<string, string> = {}, to = url()) =>
  fetch(to, { method: 'POST', body, headers: { 'scripted-signature': 'valid', ...headers } });
const told = JSON.stringify([{ realmId: 'r1', changedAt: null }]);

describe('the endpoint for notifications', () => {
  it('E-14 takes what is signed, whatever type it says it has', async () => {
    for (const type of [
      'application/json',
      'application/cloudevents-batch+json; charset=utf-8',
      'text/plain',
    ])
      expect((await post(told, { 'content-type': type })).status).toBe(200);
    expect(taken).toEqual(Array.from({ length: 3 }, () => [{ realmId: 'r1', changedAt: null }]));
  });

  it('E-14 is not there for a provider that tells nothing, nor for another method', async () => {
    expect((await post(told, {}, url('silent'))).status).toBe(404);
    expect((await post(told, {}, url('other'))).status).toBe(404);
    expect((await fetch(url())).status).toBe(404);
    expect(taken).toEqual([]);
  });

  it('E-14 turns 500 forgeries away without looking anything up, and says so in one line', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 500 }, async () => (await post(told, { 'scripted-signature': 'forged' })).status),
    );
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(taken).toEqual([]);
    expect(warnings).toEqual([{ provider: 'scripted', refused: 1 }]);
    now += 61_000;
    await post('', { 'scripted-signature': 'forged' });
    expect(warnings.slice(1)).toEqual([{ provider: 'scripted', refused: 500 }]);
  });

  it('E-14 hangs up on a body that says it is too large, before it has come', async () => {
    const giant = request(url(), {
      method: 'POST',
      headers: { 'content-length': String(5 * 1024 ** 3), 'scripted-signature': 'valid' },
    });
    giant.on('error', () => {});
    giant.write('[');
    const [answer] = (await once(giant, 'response')) as [{ statusCode: number; resume(): void }];
    answer.resume();
    expect(answer.statusCode).toBe(413);
    await once(giant, 'close');
    expect(taken).toEqual([]);
  });

  it('E-14 stops keeping a body that only turns out to be too large', async () => {
    const chunk = new Uint8Array(256 * 1024).fill(0x20);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < 8; sent += 1) controller.enqueue(chunk);
        controller.close();
      },
    });
    const answer = await fetch(url(), {
      method: 'POST',
      body,
      headers: { 'scripted-signature': 'valid' },
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
    expect(taken).toEqual([]);
  });

  it('E-14 unpacks nothing: what is small on the way may be large here', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect((await post(bomb, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect(taken).toEqual([]);
  });

  it('E-14 says yes only to what was stored, so that the rest comes again', async () => {
    fail = true;
    const answer = await post(told);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('database');
    fail = false;
    expect((await post(told)).status).toBe(200);
  });

  it('tells whoever mounts it behind a body parser', async () => {
    server.close();
    await start([express.json()]);
    expect((await post(told, { 'content-type': 'application/json' })).status).toBe(500);
    expect(String((errors[0] as { error?: unknown }).error)).toContain(
      'mount the router before any body parser',
    );
  });
});
