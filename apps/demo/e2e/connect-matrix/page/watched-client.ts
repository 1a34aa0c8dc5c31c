import type { SalesChannelsClient } from '@sales-channels/react';
import { createClient } from '@sales-channels/react';

/** After an answer the engine asks again in a second, on a busy machine later: sooner only after a signal, or when the page is come back to. */
const SOON_MS = 900;

/**
 * A client that notes on an element which sign-in it began last, how often it asked for it sooner than usual, and whether the last
 * time was such a one.
 */
export function createWatchedClient(element: HTMLElement, baseUrl: string, business: string) {
  const client = createClient({
    baseUrl,
    getToken: () => fetch(`/session?business=${business}`).then((response) => response.text()),
  });
  let answeredAt = 0;
  const noteAnswer = () => {
    answeredAt = performance.now();
  };
  const watched: SalesChannelsClient = {
    ...client,
    startAuthorization: async (...input) => {
      const started = await client.startAuthorization(...input);
      element.dataset['authorization'] = started.id;
      noteAnswer();
      return started;
    },
    getAuthorization: (...input) => {
      const isSoon = performance.now() - answeredAt < SOON_MS;
      element.dataset['hurries'] = String(Number(element.dataset['hurries'] ?? 0) + Number(isSoon));
      element.dataset['hurried'] = String(isSoon);
      return client.getAuthorization(...input).finally(noteAnswer);
    },
  };
  return watched;
}
