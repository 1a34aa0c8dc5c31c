import type { Sale } from '@sales-channels/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../messages/create-format.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SALES_DAY, saleRows } from '../testing/sales-screen.ts';
import { SalesTable } from './sales-table.tsx';

const table = <SalesTable today={SALES_DAY} />;
const totals = () => screen.findByRole('list', { name: 'Totals of these sales' });

/** In ten-thousandths, which no sum rounds. */
function exactly(decimal: string): bigint {
  const [whole = '', part = ''] = decimal.replace('-', '').split('.');
  const units = BigInt(whole + part.padEnd(4, '0'));
  return decimal.startsWith('-') ? -units : units;
}

function written(units: bigint, currency: string): string {
  const digits = String(units < 0n ? -units : units).padStart(5, '0');
  const decimal = `${units < 0n ? '-' : ''}${digits.slice(0, -4)}.${digits.slice(-4)}`;
  return createFormat('en-US').money(decimal, currency);
}

describe('totals of the sales', () => {
  it('N-04 N-07 add up every page exactly, a currency at a time, without void and out-of-range sales', async () => {
    const { world } = renderInWorld('connected', table, {
      prepare: ({ sales }) => {
        for (const [index, { sale }] of sales.entries()) {
          if (index % 3 === 0) Object.assign(sale, { currency: 'EUR' });
          if (index % 11 === 0) Object.assign(sale, { state: 'voided', voidReason: 'voided_here' });
          if (index % 7 === 0) Object.assign(sale, { outOfRange: true });
        }
      },
    });
    await saleRows();
    const counts = (sale: Sale) => sale.state === 'active' && !sale.outOfRange;
    const counted = world.sales.map(({ sale }) => sale).filter(counts);
    expect(counted.length).toBeGreaterThan(100);
    expect(counted.some((sale) => sale.type === 'credit_memo')).toBe(true);
    const sums = new Map<string, bigint>();
    for (const { currency, total } of counted) {
      sums.set(currency, (sums.get(currency) ?? 0n) + exactly(total));
    }
    const shown = within(await totals()).getAllByRole('listitem');
    const amounts = shown.slice(0, -1).map((item) => item.textContent);
    expect(amounts.toSorted()).toEqual(
      [...sums].map(([currency, units]) => written(units, currency)).toSorted(),
    );
    expect(shown.at(-1)?.textContent).toMatch(new RegExp(`^${counted.length} sales, `));
  });

  it('are marked while those of other filters are on their way', async () => {
    const { world } = renderInWorld('connected', table);
    await saleRows();
    expect(await totals()).not.toHaveAttribute('data-stale');
    const before = (await totals()).textContent;
    world.latencyMs = 200;
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Type' }), 'Credit memo');
    expect(await totals()).toHaveAttribute('aria-busy', 'true');
    expect(await totals()).toHaveAttribute('data-stale');
    expect((await totals()).textContent).toBe(before);
    await waitFor(async () => expect(await totals()).not.toHaveAttribute('data-stale'));
    expect((await totals()).textContent).not.toBe(before);
  });

  it('are asked for again when they could not be loaded', async () => {
    const { world } = renderInWorld('connected', table, {
      prepare: ({ faults }) => {
        faults.getSalesTotals = 'forbidden';
      },
    });
    await saleRows();
    expect(await screen.findByText('Totals could not be loaded.')).toBeVisible();
    delete world.faults.getSalesTotals;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await totals()).toHaveTextContent(/USD/);
  });

  it('come back with the sales when neither could be loaded, by one button', async () => {
    const { world } = renderInWorld('connected', table, {
      prepare: ({ faults }) => Object.assign(faults, { listSales: 'forbidden', getSalesTotals: 'forbidden' }),
    });
    await screen.findByText('Totals could not be loaded.');
    await screen.findByText('Your sales could not be loaded');
    world.faults = {};
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await saleRows()).not.toHaveLength(0);
    expect(await totals()).toHaveTextContent(/USD/);
  });
});
