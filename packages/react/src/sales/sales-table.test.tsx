import type { SaleFilters } from '@sales-channels/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { salesQueries } from '../queries/sales.ts';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { lastSalesQuery, SALES_DAY, saleRows } from '../testing/sales-screen.ts';
import { SalesTable } from './sales-table.tsx';

const today = SALES_DAY;
const table = <SalesTable today={today} />;
const cells = (row: HTMLElement | undefined) =>
  within(row as HTMLElement)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
describe('SalesTable', () => {
  it('N-01 has a column for each thing one looks for', async () => {
    const { container } = renderInWorld('connected', table);
    await saleRows();
    expect(screen.getAllByRole('columnheader').map((header) => header.textContent)).toEqual([
      'Date',
      'Number',
      'Customer',
      'Type',
      'Source',
      'Channel',
      'Status',
      'Total',
    ]);
    await expectNoViolations(container);
  });

  it('N-03 strikes a voided sale through and says so in words', async () => {
    renderInWorld('connected', <SalesTable today={today} filters={{ state: 'voided' }} />);
    const [first] = await saleRows();
    expect(within(first as HTMLElement).getAllByText('Void')[0]).toBeVisible();
    expect(first?.querySelector('s')).toHaveTextContent(/^[\d,.]+$/);
  });

  it('N-03 hides voided sales', async () => {
    const { requests } = renderInWorld('connected', table);
    await saleRows();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Hide voided');
    await waitFor(() => expect(lastSalesQuery(requests).get('state')).toBe('active'));
  });

  it('N-04 writes credit memos with a real minus', async () => {
    renderInWorld('connected', <SalesTable today={today} filters={{ type: 'credit_memo' }} />);
    const [first] = await saleRows();
    expect(cells(first).at(-1)).toMatch(/^−[\d,.]+ [A-Z]{3}$/);
  });

  it('N-02 pages forward and back by cursor, newest first, and begins anew with other filters', async () => {
    const { requests } = renderInWorld('connected', table);
    const first = cells((await saleRows())[0]);
    const next = screen.getByRole('button', { name: 'Next' });
    const previous = screen.getByRole('button', { name: 'Previous' });
    expect(previous).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(next);
    expect(await screen.findByText('Page 2')).toBeVisible();
    await waitFor(async () => expect(cells((await saleRows())[0])).not.toEqual(first));
    expect(lastSalesQuery(requests).get('cursor')).not.toBeNull();
    await userEvent.click(previous);
    await waitFor(async () => expect(cells((await saleRows())[0])).toEqual(first));
    await userEvent.click(next);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Invoice');
    expect(await screen.findByText('Page 1')).toBeVisible();
    expect(lastSalesQuery(requests).get('cursor')).toBeNull();
    const dates = (await saleRows()).map((row) => row.querySelector('time')?.dateTime ?? '');
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('N-06 keeps the page when the sales are asked for again', async () => {
    function Refresh() {
      const { client, queryClient } = useSalesChannels();
      const refresh = () => void queryClient.invalidateQueries({ queryKey: salesQueries.all(client) });
      return <button onClick={refresh}>Refresh</button>;
    }
    const { requests, world } = renderInWorld(
      'connected',
      <>
        {table}
        <Refresh />
      </>,
    );
    await saleRows();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText('Page 2');
    await waitFor(() => expect(lastSalesQuery(requests).get('cursor')).not.toBeNull());
    const { cursor } = Object.fromEntries(lastSalesQuery(requests));
    for (const { sale } of world.sales) sale.customerName = 'Renamed';
    await userEvent.click(screen.getByText('Refresh'));
    await waitFor(async () => expect(cells((await saleRows())[0])[2]).toBe('Renamed'));
    expect(screen.getByText('Page 2')).toBeVisible();
    expect(lastSalesQuery(requests).get('cursor')).toBe(cursor);
  });

  it('N-02 searches once typing has paused, not at every key', async () => {
    const { requests } = renderInWorld('connected', table);
    await saleRows();
    await userEvent.type(screen.getByRole('searchbox'), 'oakfield');
    await waitFor(() => expect(lastSalesQuery(requests).get('search')).toBe('oakfield'));
    const searched = requests.filter(
      (request) => request.includes('/v1/sales?') && request.includes('search='),
    );
    expect(searched).toHaveLength(1);
    await waitFor(async () =>
      expect((await saleRows()).every((row) => row.textContent.includes('Oakfield'))).toBe(true),
    );
  });

  it.each([
    ['Date range', 'Last 30 days', { dateFrom: '2026-10-25', dateTo: today }],
    ['Date range', 'This year', { dateFrom: '2026-01-01', dateTo: today }],
    ['Type', 'Sales receipt', { type: 'sales_receipt' }],
    ['Source', 'Manual', { source: 'manual' }],
    ['Status', 'Only voided', { state: 'voided' }],
  ])('N-02 filters by %s: %s', async (name, option, query) => {
    const { requests } = renderInWorld('connected', table);
    await saleRows();
    await userEvent.selectOptions(screen.getByRole('combobox', { name }), option);
    await waitFor(() => expect(Object.fromEntries(lastSalesQuery(requests))).toMatchObject(query));
    expect(requests.some((request) => request.startsWith('GET /v1/sales/totals?'))).toBe(true);
  });

  it('N-02 L-03 filters by channel', async () => {
    const { requests, world } = renderInWorld('connected', table);
    await saleRows();
    const select = screen.getByRole('combobox', { name: 'Channel' });
    await within(select).findByRole('option', { name: 'Manual' });
    await userEvent.selectOptions(select, 'Manual');
    const manual = world.channels.find((channel) => channel.type === 'manual');
    await waitFor(() => expect(lastSalesQuery(requests).get('channelId')).toBe(manual?.id));
  });

  it('N-02 lets the host drive the filters', async () => {
    const seen: SaleFilters[] = [];
    function Host() {
      const [filters, setFilters] = useState<SaleFilters>({ type: 'invoice' });
      return (
        <>
          <button onClick={() => setFilters({ search: 'elm' })}>from the URL</button>
          <SalesTable
            today={today}
            filters={filters}
            onFiltersChange={(next) => {
              seen.push(next);
              setFilters(next);
            }}
          />
        </>
      );
    }
    renderInWorld('connected', <Host />);
    await saleRows();
    expect(screen.getByRole('combobox', { name: 'Type' })).toHaveDisplayValue('Invoice');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Source' }), 'Synced');
    expect(seen).toEqual([{ type: 'invoice', source: 'synced' }]);
    await userEvent.click(screen.getByText('from the URL'));
    expect(screen.getByRole('searchbox')).toHaveValue('elm');
    expect(screen.getByRole('combobox', { name: 'Type' })).toHaveDisplayValue('All types');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(seen.at(-1)).toEqual({});
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('F-04 says "No customer" and "No number" where there is none', async () => {
    renderInWorld('connected', <SalesTable today={today} />, {
      prepare: (world) => {
        for (const { sale } of world.sales) Object.assign(sale, { customerName: null, number: null });
      },
    });
    const row = cells((await saleRows())[0]);
    expect(row[1]).toMatch(/^No number/);
    expect(row[2]).toBe('No customer');
  });

  it('G-10 marks a sale that moved out of range', async () => {
    renderInWorld('connected', table, {
      prepare: (world) => {
        for (const { sale } of world.sales) sale.outOfRange = true;
      },
    });
    const [first] = await saleRows();
    expect(within(first as HTMLElement).getAllByText('Out of range')[0]).toBeVisible();
  });

  it('tells an empty list from one without matches, and clears the filters', async () => {
    renderInWorld('connected', table);
    await saleRows();
    await userEvent.type(screen.getByRole('searchbox'), 'zzzz');
    expect(await screen.findByText('No sales match these filters')).toBeVisible();
    await userEvent.click(screen.getAllByRole('button', { name: 'Clear filters' })[0] as HTMLElement);
    expect(await saleRows()).not.toHaveLength(0);
  });

  it('B-07 says what failed and tries again', async () => {
    const { world } = renderInWorld('connected', table, {
      prepare: ({ faults }) => {
        faults.listSales = 'forbidden';
      },
    });
    expect(await screen.findByText('Your sales could not be loaded')).toBeVisible();
    delete world.faults.listSales;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await saleRows()).not.toHaveLength(0);
  });
});
