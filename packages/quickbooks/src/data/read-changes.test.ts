import { ProviderError } from '@sales-channels/bff/provider';
import { describe, expect, test } from 'vitest';
import type { ApiClient, ApiRequest } from '../http/api-client.ts';
import { readChanges } from './read-changes.ts';

const access = { accessToken: 't', realmId: '1' };
const serverTime = new Date('2026-11-23T10:00:00.5Z');
const now = new Date('2026-11-23T10:00:01Z');
const since = new Date('2026-11-22T10:00:00.9Z');
const types = ['invoice', 'sales_receipt', 'credit_memo'] as const;

const MetaData = { CreateTime: '2026-11-01T00:00:00-07:00', LastUpdatedTime: '2026-11-23T01:00:00-08:00' };
const live = (Id: string) => ({ Id, TxnDate: '2026-11-01', TotalAmt: 1, MetaData });
const gone = (Id: string) => ({
  Id,
  domain: 'QBO',
  status: 'Deleted',
  MetaData: { LastUpdatedTime: MetaData.LastUpdatedTime },
});

function clientWith(body: Record<string, unknown>) {
  const requests: ApiRequest[] = [];
  const client: ApiClient = (_access, request) => {
    requests.push(request);
    return Promise.resolve({ body, serverTime });
  };
  return { client, requests };
}

const answer = (...responses: Record<string, unknown>[]) => ({ CDCResponse: [{ QueryResponse: responses }] });

test('asks once for all types, from the whole second before', async () => {
  const { client, requests } = clientWith(answer({}));
  const changes = await readChanges(client, access, { types, since, now });
  expect(requests).toEqual([
    {
      kind: 'changes',
      path: 'cdc',
      params: { entities: 'Invoice,SalesReceipt,CreditMemo', changedSince: '2026-11-22T10:00:00Z' },
    },
  ]);
  expect(changes).toEqual({ sales: [], deleted: [], unreadable: [], truncated: false, serverTime });
});

test('G-06 finds each type wherever it stands and tells deletions apart', async () => {
  const { client } = clientWith({
    CDCResponse: [
      { QueryResponse: [{ maxResults: 1, CreditMemo: [live('3'), gone('4')] }] },
      { QueryResponse: [{}, { Invoice: [live('1'), { Id: '2', DocNumber: '1002' }], totalCount: 9 }] },
    ],
  });
  const changes = await readChanges(client, access, { types, since, now });
  expect(changes.sales.map(({ type, externalId }) => [type, externalId])).toEqual([
    ['invoice', '1'],
    ['credit_memo', '3'],
  ]);
  expect(changes.deleted).toEqual([
    { type: 'credit_memo', externalId: '4', at: new Date('2026-11-23T09:00:00Z') },
  ]);
  expect(changes.unreadable).toMatchObject([{ type: 'invoice', externalId: '2', number: '1002' }]);
});

describe('the cap', () => {
  test.each([
    [999, false],
    [1000, true],
  ])('%i objects over all types: truncated %s', async (count, truncated) => {
    const invoices = Array.from({ length: 400 }, (_, index) => live(String(index)));
    const memos = Array.from({ length: count - 400 }, (_, index) => live(String(1000 + index)));
    const { client } = clientWith(answer({ Invoice: invoices, totalCount: 1 }, { CreditMemo: memos }));
    expect((await readChanges(client, access, { types, since, now })).truncated).toBe(truncated);
  });
});

test('changes older than QuickBooks keeps are not asked for', async () => {
  const { client, requests } = clientWith(answer({}));
  const old = new Date(now.getTime() - 30 * 86_400_000 - 1000);
  await expect(readChanges(client, access, { types, since: old, now })).rejects.toMatchObject({
    code: 'too_old',
  });
  expect(requests).toEqual([]);
});

test.each([
  [{ QueryResponse: {} }],
  [{ CDCResponse: [] }],
  [{ CDCResponse: {} }],
  [{ CDCResponse: [{}] }],
  [{ CDCResponse: [{ QueryResponse: [] }] }],
  [{ CDCResponse: [{ QueryResponse: [{}] }, { time: 'now' }] }],
  [answer({ Invoice: live('1') })],
  [answer({ Fault: 'none of those known' })],
  [answer({ SalesReceipt: [live('1')] }, { CreditMemo: 'none' })],
])('G-06 an answer of another shape is not taken for an empty one: %j', async (body) => {
  const { client } = clientWith(body);
  await expect(readChanges(client, access, { types, since, now })).rejects.toMatchObject({
    code: 'unavailable',
  });
});

test('E-10 a system fault that comes again and again is taken for that of a document', async () => {
  const fault = new ProviderError('unavailable', 'System failure', { providerCode: '10000' });
  const client: ApiClient = () => Promise.reject(fault);
  const changes = (blamesDocument: boolean) =>
    readChanges(client, { ...access, blamesDocument }, { types, since, now });
  await expect(changes(false)).rejects.toBe(fault);
  await expect(changes(true)).rejects.toMatchObject({ code: 'poisoned' });
});
