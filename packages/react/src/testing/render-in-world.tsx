import './dom-setup.ts';
import type { ScenarioName, World } from '@sales-channels/msw';
import { createHandlers, createWorld } from '@sales-channels/msw';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { createClient } from '@sales-channels/contract/client';
import { render } from '@testing-library/react';
import { getResponse } from 'msw';
import type { ReactElement, ReactNode } from 'react';
import type { SalesChannelsProviderProps } from '../provider/sales-channels-provider.tsx';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';

const BASE_URL = 'https://sales.example';

/** A client of a world, with nothing between the two; `requests` has every call as `GET /v1/sales?…`. */
export function createWorldClient(world: World): { client: SalesChannelsClient; requests: string[] } {
  const handlers = createHandlers({ world, baseUrl: BASE_URL });
  const requests: string[] = [];
  const client = createClient({
    baseUrl: BASE_URL,
    getToken: () => 'token',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(`${request.method} ${request.url.slice(BASE_URL.length)}`);
      const response = await getResponse(handlers, request);
      if (response === undefined) throw new Error(`No handler for ${request.method} ${request.url}.`);
      // What the browser's fetch makes of a network error.
      if (response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
  });
  return { client, requests };
}

export interface RenderOptions extends Omit<SalesChannelsProviderProps, 'client' | 'children'> {
  /** Changes the world before anything is shown. */
  prepare?: (world: World) => void;
  wrapper?: (children: ReactNode) => ReactNode;
}

/** Renders a component of the kit for a business in a named state. */
export function renderInWorld(
  scenario: ScenarioName,
  ui: ReactElement,
  { prepare, wrapper = (children) => children, ...provider }: RenderOptions = {},
) {
  const world = createWorld(scenario);
  prepare?.(world);
  const { client, requests } = createWorldClient(world);
  const view = render(
    wrapper(
      <SalesChannelsProvider locale="en-US" {...provider} client={client}>
        {ui}
      </SalesChannelsProvider>,
    ),
  );
  return { ...view, world, client, requests };
}
