import { createClient } from '@sales-channels/contract/client';
import type { ScenarioName } from '@sales-channels/msw';
import { createHandlers, createWorld } from '@sales-channels/msw';
import { render } from '@testing-library/react';
import { getResponse } from 'msw';
import type { ReactElement } from 'react';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';

const BASE_URL = 'https://sales.example';

/** Renders the kit before a server that does something to its answers; `server.answer` may change at any time. */
export function renderWithServer(
  scenario: ScenarioName,
  ui: ReactElement,
  answer: (sound: Response, path: string) => Response | Promise<Response>,
) {
  const world = createWorld(scenario);
  const handlers = createHandlers({ world, baseUrl: BASE_URL });
  const server = { answer, requests: [] as string[] };
  const client = createClient({
    baseUrl: BASE_URL,
    getToken: () => 'token',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const { pathname } = new URL(request.url);
      server.requests.push(`${request.method} ${pathname}`);
      const sound = await getResponse(handlers, request);
      if (!sound) throw new Error(`No handler for ${request.method} ${request.url}.`);
      return server.answer(sound, pathname);
    },
  });
  const view = render(
    <>
      <h1>The host’s own page</h1>
      <SalesChannelsProvider client={client} locale="en-US">
        {ui}
      </SalesChannelsProvider>
    </>,
  );
  return { ...view, world, server };
}
