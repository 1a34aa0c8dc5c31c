import type { SalesChannelsClient } from '@sales-channels/react';
import { createClient } from '@sales-channels/react';

/** A client that notes on an element which sign-in it began last, and how often it asked for it. */
export function createWatchedClient(element: HTMLElement, baseUrl: string, business: string) {
  const client = createClient({
    baseUrl,
    getToken: () => fetch(`/session?business=${business}`).then((response) => response.text()),
  });
  const watched: SalesChannelsClient = {
    ...client,
    startAuthorization: async (...input) => {
      const started = await client.startAuthorization(...input);
      element.dataset['authorization'] = started.id;
      return started;
    },
    getAuthorization: (...input) => {
      element.dataset['polls'] = String(Number(element.dataset['polls'] ?? 0) + 1);
      return client.getAuthorization(...input);
    },
  };
  return watched;
}
