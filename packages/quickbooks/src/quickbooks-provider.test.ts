import { expect, test } from 'vitest';
import { createQuickBooksProvider } from './quickbooks-provider.ts';
import { json, stubFetch } from './testing/stub-fetch.ts';

const credentials = { clientId: 'client', clientSecret: 'secret' };
const time = '2026-11-23T02:00:00-08:00';

test.each([
  ['production', 'https://qbo.intuit.com/app'],
  ['sandbox', 'https://sandbox.qbo.intuit.com/app'],
] as const)('N-05 documents of %s are linked to where people see them in the product', (environment, app) => {
  const provider = createQuickBooksProvider({ ...credentials, environment });
  expect(provider.documentUrl({ type: 'invoice', externalId: '1' })).toBe(`${app}/invoice?txnId=1`);
  expect(provider.documentUrl({ type: 'sales_receipt', externalId: '2' })).toBe(
    `${app}/salesreceipt?txnId=2`,
  );
  expect(provider.documentUrl({ type: 'credit_memo', externalId: '3&x' })).toBe(
    `${app}/creditmemo?txnId=3%26x`,
  );
});

test.each([
  ['production', 'https://quickbooks.api.intuit.com'],
  ['sandbox', 'https://sandbox-quickbooks.api.intuit.com'],
] as const)('data of %s comes from its own host', async (environment, host) => {
  const { fetch, calls } = stubFetch([json({ QueryResponse: { totalCount: 412 }, time })]);
  const provider = createQuickBooksProvider({ ...credentials, environment, fetch });
  expect(provider.environment).toBe(environment);
  const access = { accessToken: 't', realmId: '77' };
  expect(await provider.count(access, { type: 'credit_memo', from: '2026-01-01' })).toBe(412);
  expect(calls[0]?.url.origin).toBe(host);
  expect(calls[0]?.url.searchParams.get('query')).toBe(
    "select count(*) from CreditMemo where TxnDate >= '2026-01-01'",
  );
});

test('documents are found by id, the unreadable named and those that are gone left out', async () => {
  const rows = [{ Id: '2', DocNumber: '1002', TxnDate: '2026-02-03', TotalAmt: 'broken' }];
  const { fetch, calls } = stubFetch([json({ QueryResponse: { Invoice: rows }, time })]);
  const provider = createQuickBooksProvider({ ...credentials, environment: 'sandbox', fetch });
  const found = await provider.documentsById(
    { accessToken: 't', realmId: '77' },
    { type: 'invoice', externalIds: ['1', '2'] },
  );
  expect(calls[0]?.url.searchParams.get('query')).toBe(
    "select * from Invoice where Id in ('1', '2') startposition 1 maxresults 1000",
  );
  expect(found.sales).toEqual([]);
  expect(found.unreadable).toMatchObject([
    { type: 'invoice', externalId: '2', number: '1002', date: '2026-02-03', place: null },
  ]);
});
