import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { ReceivedNotification } from '@sales-channels/bff/provider';

/** An endpoint that says yes to every notification. */
export async function listenForNotifications() {
  let hear: (notification: ReceivedNotification) => void = () => {};
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      response.end();
      hear({ headers: request.headers, body });
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    /** The next notification to come. */
    next: (): Promise<ReceivedNotification> => new Promise((resolve) => (hear = resolve)),
    async stop(): Promise<void> {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
