import { expect, test } from 'vitest';
import { buildQuery, quote } from './query.ts';

test('a page statement', () => {
  expect(
    buildQuery({
      select: '*',
      type: 'sales_receipt',
      where: [
        { property: 'TxnDate', operator: '>=', value: '2026-01-01' },
        { property: 'MetaData.CreateTime', operator: '>=', value: '2026-01-02T03:04:05Z' },
      ],
      orderBy: 'MetaData.CreateTime',
      startPosition: 1,
      maxResults: 1000,
    }),
  ).toBe(
    "select * from SalesReceipt where TxnDate >= '2026-01-01' and MetaData.CreateTime >= '2026-01-02T03:04:05Z' orderby MetaData.CreateTime asc startposition 1 maxresults 1000",
  );
});

test('a value cannot leave its quotes', () => {
  expect(quote(String.raw`' or \' x`)).toBe(String.raw`'\' or \\\' x'`);
});
