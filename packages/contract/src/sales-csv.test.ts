import { expect, it } from 'vitest';
import type { SaleSummary } from './sale.ts';
import { salesCsvLine } from './sales-csv.ts';

const sale: SaleSummary = {
  id: 'sale_1',
  channelId: 'channel_1',
  channelName: 'QuickBooks Online',
  source: 'synced',
  type: 'credit_memo',
  number: 'CM-1',
  customerName: 'Harbour Works',
  date: '2026-01-31',
  currency: 'USD',
  total: '-30.25',
  balance: '0',
  state: 'active',
  voidReason: null,
  outOfRange: false,
};

it('N-09 leaves a negative amount a number', () => {
  expect(salesCsvLine(sale)).toBe(
    '2026-01-31,CM-1,Harbour Works,credit_memo,synced,QuickBooks Online,active,USD,-30.25,0\r\n',
  );
});

it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
  'N-09 makes text of what a spreadsheet would carry out: %j',
  (number) => {
    const cell = salesCsvLine({ ...sale, number }).slice('2026-01-31,'.length);
    expect(cell.replace('"', '').startsWith("'")).toBe(true);
  },
);

it('N-09 quotes commas, quotes and line ends, and says what is in no total', () => {
  const line = salesCsvLine({ ...sale, number: null, customerName: 'a "b", c\nd', outOfRange: true });
  expect(line).toContain(',,"a ""b"", c\nd",credit_memo,');
  expect(line).toContain(',out_of_range,');
  expect(salesCsvLine({ ...sale, state: 'voided', outOfRange: true })).toContain(',voided,');
});
