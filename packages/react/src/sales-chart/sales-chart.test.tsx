import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SalesTable } from '../sales/sales-table.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SALES_DAY, saleRows } from '../testing/sales-screen.ts';
import { SalesChart } from './sales-chart.tsx';

const shownFigure = () => screen.findByRole('figure');
const select = (name: string) => screen.getByRole('combobox', { name });

describe('SalesChart', () => {
  it('N-08 has the figures of every bar in a table behind a button, by keyboard too', async () => {
    const { container, client } = renderInWorld('connected', <SalesChart />);
    const figure = await shownFigure();
    const button = within(figure).getByRole('button', { name: 'Show as table' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    button.focus();
    await userEvent.keyboard('{Enter}');
    const table = within(figure).getByRole('table');
    const series = await client.getSalesSeries({ query: { period: 'month', by: 'type' } });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength((series.currencies[0]?.periods.length ?? 0) + 2);
    expect(within(rows[1] as HTMLElement).getByRole('rowheader')).toHaveTextContent(/^[A-Z][a-z]{2} 20\d\d$/);
    const count = series.currencies[0]?.count ?? 0;
    expect(
      within(rows.at(-1) as HTMLElement)
        .getAllByRole('cell')
        .at(-1),
    ).toHaveTextContent(count.toLocaleString('en-US'));
    await expectNoViolations(container);
  });

  it('N-08 draws credit memos below the axis, and names each colour', async () => {
    renderInWorld('connected', <SalesChart filters={{ type: 'credit_memo' }} />);
    const figure = await shownFigure();
    expect(within(figure).getByRole('list')).toHaveTextContent('Credit memo');
    const zero = Number(figure.querySelector('line[data-zero]')?.getAttribute('y1'));
    const tops = [...figure.querySelectorAll('rect')].map((bar) => Number(bar.getAttribute('y')));
    expect(tops.length).toBeGreaterThan(0);
    expect(tops.every((top) => top >= zero)).toBe(true);
  });

  it('N-08 goes by week and by channel', async () => {
    const { requests } = renderInWorld('connected', <SalesChart filters={{ search: 'a' }} />);
    await shownFigure();
    await userEvent.selectOptions(select('Period'), 'By week');
    await userEvent.selectOptions(select('Split'), 'By channel');
    await waitFor(() => expect(requests).toContain('GET /v1/sales/series?search=a&period=week&by=channel'));
    await waitFor(async () =>
      expect(within(await shownFigure()).getByRole('list')).toHaveTextContent(/Manual/),
    );
  });

  it('N-08 shows one currency at a time, with a choice where there are several', async () => {
    renderInWorld('connected', <SalesChart />, {
      prepare: (world) => {
        for (const [index, { sale }] of world.sales.entries())
          sale.currency = index % 3 === 0 ? 'EUR' : 'USD';
      },
    });
    expect(await shownFigure()).toHaveTextContent('in USD');
    await userEvent.selectOptions(select('Currency'), 'EUR');
    expect(await shownFigure()).toHaveTextContent('in EUR');
  });

  it('N-08 says so where there is nothing, and where it failed, and tries again', async () => {
    const { world } = renderInWorld('connected', <SalesChart filters={{ state: 'voided' }} />, {
      prepare: ({ faults }) => {
        faults.getSalesSeries = 'forbidden';
      },
    });
    expect(await screen.findByText('The chart could not be loaded')).toBeVisible();
    delete world.faults.getSalesSeries;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Nothing to chart')).toBeVisible();
  });

  it('N-08 is asked for only when its button is pressed, and goes by the filters of the list', async () => {
    const { requests } = renderInWorld(
      'connected',
      <SalesTable today={SALES_DAY} filters={{ source: 'synced' }} />,
    );
    await saleRows();
    const asked = () => requests.filter((request) => request.startsWith('GET /v1/sales/series'));
    expect(asked()).toEqual([]);
    const button = screen.getByRole('button', { name: 'Chart' });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(button);
    await shownFigure();
    expect(asked()[0]).toContain('source=synced');
    await userEvent.click(button);
    expect(screen.queryByRole('figure')).toBeNull();
  });
});
