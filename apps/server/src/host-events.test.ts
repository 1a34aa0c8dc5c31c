import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createHostEvents } from './host-events.ts';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const event = {
  incidentId: '665f1c2ab7e4d0a1c3f2e9b8',
  businessId: 'brightwater',
  connectionId: '665f1c2ab7e4d0a1c3f2e9b7',
  companyName: 'Brightwater Ltd',
  provider: 'quickbooks',
  channelId: null,
  at: '2026-11-24T10:00:00.000Z',
};
const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A host that answers as told, and what it was sent. */
async function startHost(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      received.push({ headers: request.headers, body });
      answer(request, response);
    });
  }).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sales-channels/events`;
  return { received, tell: createHostEvents({ url, secret }).reconnectRequired };
}

describe("P-03 H-09 the host's events", () => {
  it('P-03 arrive signed, with the incident as id', async () => {
    const { received, tell } = await startHost((_request, response) => response.writeHead(204).end());
    await tell(event);
    const [sent] = received;
    if (!sent) throw new Error('Nothing arrived.');
    expect(sent.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': event.incidentId,
    });
    const headers = sent.headers as Record<string, string>;
    expect(new Webhook(secret).verify(sent.body, headers)).toEqual({
      type: 'connection.reconnect_required',
      timestamp: event.at,
      data: event,
    });
    expect(() => new Webhook(secret).verify(sent.body.replace('brightwater', 'kestrel'), headers)).toThrow();
  });

  it.each([400, 404, 410, 500, 503])('are told again after %i', async (status) => {
    const { tell } = await startHost((_request, response) => response.writeHead(status).end('no'));
    await expect(tell(event)).rejects.toThrow(`The host answered ${status}`);
  });

  it('are not sent on to another address', async () => {
    const { received, tell } = await startHost((request, response) =>
      response.writeHead(307, { location: request.url ?? '' }).end(),
    );
    await expect(tell(event)).rejects.toThrow();
    expect(received).toHaveLength(1);
  });

  it('are told again when nobody listens', async () => {
    const { tell } = await startHost(() => {});
    const [server] = servers.splice(0);
    await new Promise((resolve) => server?.close(resolve));
    await expect(tell(event)).rejects.toThrow();
  });
});
