import { createWorld } from '@sales-channels/msw';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';
import { createWorldClient } from '../testing/render-in-world.tsx';
import { lastSalesQuery, SALES_DAY, saleRows } from '../testing/sales-screen.ts';
import { SalesTable } from './sales-table.tsx';

it('begins anew for another business: no filter, no search, no page of the one before', async () => {
  const brightwater = createWorldClient(createWorld('connected'));
  const kestrel = createWorldClient(createWorld('connected'));
  const show = ({ client }: typeof kestrel) => (
    <SalesChannelsProvider client={client}>
      <SalesTable today={SALES_DAY} />
    </SalesChannelsProvider>
  );
  const { rerender } = render(show(brightwater));
  await saleRows();
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Invoice');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Date range' }), 'Custom range…');
  await waitFor(() =>
    expect(screen.getByRole('button', { name: 'Next' })).not.toHaveAttribute('aria-disabled', 'true'),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Next' }));
  await screen.findByText('Page 2');
  await waitFor(() => expect(lastSalesQuery(brightwater.requests).get('cursor')).not.toBeNull());
  await userEvent.type(screen.getByRole('searchbox'), 'o');

  rerender(show(kestrel));
  await saleRows();
  expect(await screen.findByText('Page 1')).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Type' })).toHaveDisplayValue('All types');
  expect(screen.getByRole('combobox', { name: 'Date range' })).toHaveDisplayValue('Any date');
  expect(screen.getByRole('searchbox')).toHaveValue('');
  await new Promise((resolve) => setTimeout(resolve, 400));
  const asked = kestrel.requests.filter((request) => request.startsWith('GET /v1/sales?'));
  expect(asked).toEqual(['GET /v1/sales?limit=25']);
});
