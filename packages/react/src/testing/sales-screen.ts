import { screen, within } from '@testing-library/react';

/** The day the sales' tests take for the business' today. */
export const SALES_DAY = '2026-11-23';

export const saleRows = async (): Promise<HTMLElement[]> =>
  within(await screen.findByRole('table'))
    .getAllByRole('row')
    .slice(1);

/** What the latest request for a page of sales asked for. */
export const lastSalesQuery = (requests: readonly string[]): URLSearchParams =>
  new URLSearchParams(requests.findLast((request) => request.startsWith('GET /v1/sales?'))?.split('?')[1]);
