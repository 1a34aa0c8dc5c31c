import type { Channel } from '@sales-channels/contract';
import { createClient } from '@sales-channels/contract/client';
import type { ScenarioName, World } from '@sales-channels/msw';
import { createHandlers, createWorld } from '@sales-channels/msw';
import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { getResponse } from 'msw';
import { StrictMode, useState } from 'react';
import { ConnectWizard } from '../connect-wizard/connect-wizard.tsx';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';

export const BASE_URL = 'https://bff.example';
export const NOW = new Date('2026-11-23T15:30:00Z');

export interface HostProps {
  onConnected?: (channel: Channel) => void;
  initialConnectionId?: string;
  startsOpen?: boolean;
  /** What the provider tells the host. */
  events?: SalesChannelsEvents;
}

function Host({ startsOpen = false, ...props }: Omit<HostProps, 'events'>) {
  const [open, setOpen] = useState(startsOpen);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open the wizard
      </button>
      <ConnectWizard {...props} open={open} onOpenChange={setOpen} />
    </>
  );
}

/** A page with a button that opens the wizard, under StrictMode, with every request it makes. */
export function renderWizard(
  scenario: ScenarioName,
  prepare?: (world: World) => void,
  { events, ...props }: HostProps = {},
) {
  const world = createWorld(scenario, { clock: () => NOW });
  world.latencyMs = 0;
  world.startUrl = (id) => `${BASE_URL}/start/${id}`;
  prepare?.(world);
  const handlers = createHandlers({ world, baseUrl: BASE_URL });
  const requests: Request[] = [];
  const client = createClient({
    baseUrl: BASE_URL,
    getToken: () => 'token',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const response = await getResponse(handlers, request);
      if (response === undefined) throw new Error(`No handler for ${request.method} ${request.url}.`);
      // What the browser's fetch makes of a network error.
      if (response.type === 'error') throw new TypeError('Failed to fetch');
      return response;
    },
  });
  render(
    <StrictMode>
      <SalesChannelsProvider client={client} locale="en-US" {...events}>
        <Host {...props} />
      </SalesChannelsProvider>
    </StrictMode>,
  );
  const callsOf = (method: string, path: string) =>
    requests.filter((request) => request.method === method && new URL(request.url).pathname === path);
  return { world, requests, callsOf, user: userEvent.setup() };
}

/** The same, opened by its button. */
export async function openWizard(...given: Parameters<typeof renderWizard>) {
  const page = renderWizard(...given);
  await page.user.click(screen.getByRole('button', { name: 'Open the wizard' }));
  await screen.findByRole('heading', { name: /Where do your sales come from/ });
  return page;
}

/** The same, one step on, with the only connection there is. */
export async function openStartDate(...given: Parameters<typeof renderWizard>) {
  const page = await openWizard(...given);
  await screen.findByRole('radio', { name: /Brightwater Lighting/ });
  await page.user.click(screen.getByRole('button', { name: 'Continue' }));
  await screen.findByRole('heading', { name: /From when/ });
  return page;
}

export const dateField = () => screen.getByLabelText<HTMLInputElement>('Initial sync date');
export const setDate = (value: string) => fireEvent.change(dateField(), { target: { value } });
export const submitButton = () => screen.getByRole('button', { name: 'Connect' });
