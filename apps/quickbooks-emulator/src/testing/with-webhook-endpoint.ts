import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach } from 'vitest';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** An app's webhook endpoint on a port of its own, which keeps what it is sent. */
export function withWebhookEndpoint() {
  const received: Received[] = [];
  let status: number | 'silent' = 200;
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        received.push({ headers: request.headers, text: Buffer.concat(parts).toString() });
        if (status !== 'silent') response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => {
    received.length = 0;
    status = 200;
  });
  return {
    url: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    /** What the endpoint says from now on; `silent` never answers. */
    answerWith: (next: number | 'silent') => {
      status = next;
    },
  };
}
