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

/**
 * A client of a world, with nothing between the two; `requests` has every call as `GET /v1/sales?…`.
 * @param loses whether the answer to a call is lost after it was carried out.
 */
export function createWorldClient(
  world: World,
  loses: (call: string) => boolean = () => false,
): { client: SalesChannelsClient; requests: string[] } {
  const handlers = createHandlers({ world, baseUrl: BASE_URL });
  const requests: string[] = [];
  const client = createClient({
    baseUrl: BASE_URL,
    getToken: () => 'token',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const call = `${request.method} ${request.url.slice(BASE_URL.length)}`;
      requests.push(call);
      const response = await getResponse(handlers, request);
      if (response === undefined) throw new Error(`No handler for ${request.method} ${request.url}.`);
      // What the browser's fetch makes of a network error.
      if (response.type === 'error' || loses(call)) throw new TypeError('Failed to fetch');
      return response;
    },
  });
  return { client, requests };
}

export interface RenderOptions extends Omit<SalesChannelsProviderProps, 'client' | 'children'> {
  /** Changes the world before anything is shown. */
  prepare?: (world: World) => void;
  /** Whether the answer to a call is lost after it was carried out. */
  loses?: (call: string) => boolean;
  wrapper?: (children: ReactNode) => ReactNode;
}

/** Renders a component of the kit for a business in a named state. */
export function renderInWorld(
  scenario: ScenarioName,
  ui: ReactElement,
  { prepare, loses, wrapper = (children) => children, ...provider }: RenderOptions = {},
) {
  const world = createWorld(scenario);
  prepare?.(world);
  const { client, requests } = createWorldClient(world, loses);
  const view = render(
    wrapper(
      <SalesChannelsProvider locale="en-US" {...provider} client={client}>
        {ui}
      </SalesChannelsProvider>,
    ),
  );
  return { ...view, world, client, requests };
}
