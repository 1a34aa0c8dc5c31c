import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { lastSalesQuery, SALES_DAY, saleRows } from '../testing/sales-screen.ts';
import { SalesTable } from './sales-table.tsx';

const choose = (option: string) =>
  userEvent.selectOptions(screen.getByRole('combobox', { name: 'Date range' }), option);
const put = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const dates = (requests: readonly string[]) => {
  const { dateFrom, dateTo } = Object.fromEntries(lastSalesQuery(requests));
  return { dateFrom, dateTo };
};

async function show() {
  const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
  const view = renderInWorld('connected', <SalesTable today={SALES_DAY} />, { onError });
  await saleRows();
  return { ...view, onError };
}

describe('the custom date range', () => {
  it('N-02 opens two empty dates, and keeps them open when one is taken away again', async () => {
    const { requests } = await show();
    await choose('Custom range…');
    const from = screen.getByLabelText('From');
    expect(from).toHaveDisplayValue('');
    expect(screen.getByLabelText('To')).toHaveDisplayValue('');
    await userEvent.type(from, '2026-11-01');
    await waitFor(() => expect(dates(requests)).toEqual({ dateFrom: '2026-11-01' }));
    await userEvent.clear(from);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull());
    expect(from).toBeInTheDocument();
    expect(from).toHaveFocus();
    expect(screen.getByRole('combobox', { name: 'Date range' })).toHaveDisplayValue('Custom range…');
  });

  it('N-02 asks for no date that is half typed, and for a whole one once', async () => {
    const { requests, onError } = await show();
    await choose('Custom range…');
    for (const year of ['0002', '0020', '0202', '2026']) {
      put('From', `${year}-11-01`);
      await new Promise((resolve) => setTimeout(resolve, year === '2026' ? 0 : 350));
    }
    await waitFor(() => expect(dates(requests)).toEqual({ dateFrom: '2026-11-01' }));
    expect(screen.getByLabelText('From')).toHaveDisplayValue('2026-11-01');
    const asked = requests.filter((request) => /\/v1\/sales\?.*dateFrom/.test(request));
    expect(asked).toHaveLength(1);
    expect(onError).not.toHaveBeenCalled();
  });

  it('N-02 takes both ends, and says when they are the wrong way round instead of asking', async () => {
    const { requests } = await show();
    await choose('Custom range…');
    put('From', '2026-11-01');
    put('To', '2026-11-10');
    const range = { dateFrom: '2026-11-01', dateTo: '2026-11-10' };
    await waitFor(() => expect(dates(requests)).toEqual(range));
    put('To', '2026-01-10');
    expect(await screen.findByText('The first day is after the last one.')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(dates(requests)).toEqual(range);
  });

  it('begins with the range there is, and ends with another choice', async () => {
    const { requests } = await show();
    await choose('This year');
    await choose('Custom range…');
    expect(screen.getByLabelText('From')).toHaveDisplayValue('2026-01-01');
    expect(screen.getByLabelText('To')).toHaveDisplayValue(SALES_DAY);
    put('From', '2026-05-01');
    await choose('Any date');
    expect(screen.queryByLabelText('From')).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(screen.queryByRole('button', { name: 'Clear filters' })).toBeNull();
    expect(requests.filter((request) => request.includes('dateFrom=2026-05-01'))).toEqual([]);
  });

  it('goes with all other filters when they are cleared', async () => {
    await show();
    await choose('This year');
    await choose('Custom range…');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.getByRole('combobox', { name: 'Date range' })).toHaveDisplayValue('Any date');
    expect(screen.queryByLabelText('From')).toBeNull();
  });
});
