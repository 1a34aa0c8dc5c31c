import * as z from 'zod/mini';
import type { SaleSummary } from './sale.ts';

/** A whole file of CSV as RFC 4180 has it. */
export const salesCsvSchema = z.string();

const COLUMNS = {
  date: ({ date }) => date,
  number: ({ number }) => text(number),
  customer: ({ customerName }) => text(customerName),
  type: ({ type }) => type,
  source: ({ source }) => source,
  channel: ({ channelName }) => text(channelName),
  status: ({ state, outOfRange }) => (state === 'active' && outOfRange ? 'out_of_range' : state),
  currency: ({ currency }) => currency,
  total: ({ total }) => total,
  balance: ({ balance }) => balance,
} as const satisfies Record<string, (sale: SaleSummary) => string>;

function line(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\r\n`;
}

/** The first line of exported sales, with its end. */
export const SALES_CSV_HEADER = line(Object.keys(COLUMNS));

/** A sale as a line of exported sales, with its end. */
export const salesCsvLine = (sale: SaleSummary): string =>
  line(Object.values(COLUMNS).map((cell) => cell(sale)));

/** What people wrote. A spreadsheet would carry out what begins like a formula; after an apostrophe it is text. */
const text = (value: string | null): string =>
  /^[=+\-@\t\r]/.test(value ?? '') ? `'${value}` : (value ?? '');

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
