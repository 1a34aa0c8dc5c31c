import type { Sale } from '@sales-channels/contract';
import { createClient } from '@sales-channels/contract/client';
import type { ScenarioName, World } from '@sales-channels/msw';
import { createHandlers, createWorld } from '@sales-channels/msw';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { getResponse } from 'msw';
import { StrictMode, useState } from 'react';
import { ManualSaleForm } from '../manual-sale/manual-sale-form.tsx';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';
import { SalesTable } from '../sales/sales-table.tsx';

const BASE_URL = 'https://bff.example';
export const TODAY = '2026-11-23';
const NOW = new Date('2026-11-23T15:30:00Z');

export interface ManualSalePage {
  scenario?: ScenarioName;
  locale?: string;
  prepare?: (world: World) => void;
  onCreated?: (sale: Sale) => void;
  /** Loses the answers of the first so many requests to create a sale, after they were carried out. */
  loseAnswers?: number;
}

function Host({ onCreated }: Pick<ManualSalePage, 'onCreated'>) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open the form
      </button>
      <ManualSaleForm open={open} onOpenChange={setOpen} {...(onCreated && { onCreated })} />
      <SalesTable today={TODAY} />
    </>
  );
}

/** A page with the form, opened by its button, and the sales below it. */
export async function openManualSale(page: ManualSalePage = {}) {
  const world = createWorld(page.scenario ?? 'connected', { clock: () => NOW });
  world.latencyMs = 0;
  page.prepare?.(world);
  const handlers = createHandlers({ world, baseUrl: BASE_URL });
  const requests: Request[] = [];
  let toLose = page.loseAnswers ?? 0;
  const client = createClient({
    baseUrl: BASE_URL,
    getToken: () => 'token',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      requests.push(request.clone());
      const response = await getResponse(handlers, request);
      if (response === undefined) throw new Error(`No handler for ${request.method} ${request.url}.`);
      if (request.method === 'POST' && toLose > 0) {
        toLose -= 1;
        throw new TypeError('The answer was lost.');
      }
      return response;
    },
  });
  render(
    <StrictMode>
      <SalesChannelsProvider client={client} locale={page.locale ?? 'en-US'}>
        <Host {...(page.onCreated && { onCreated: page.onCreated })} />
      </SalesChannelsProvider>
    </StrictMode>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByText('Open the form'));
  await screen.findByLabelText('Sale date');
  const created = () =>
    requests.filter(({ method, url }) => method === 'POST' && new URL(url).pathname === '/v1/sales');
  return { world, requests, created, user };
}

/** A field of a line, from 0. */
export const lineField = (label: string, index = 0): HTMLInputElement =>
  screen.getAllByLabelText<HTMLInputElement>(label)[index] as HTMLInputElement;

export const createButton = (): HTMLElement =>
  screen.getByText('Create sale', { selector: '.sc-dialog button' });
