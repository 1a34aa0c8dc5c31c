import { expect, test } from 'vitest';
import type { ApiClient } from '../http/api-client.ts';
import { readCompany } from './read-company.ts';
import { readCount } from './read-count.ts';

const access = { accessToken: 't', realmId: '9341' };
const answering =
  (bodies: Record<string, Record<string, unknown>>): ApiClient =>
  (_access, { path }) =>
    Promise.resolve({ body: bodies[path] ?? {}, serverTime: new Date() });

test('the company is named after its name, with the realm as id and the home currency of its preferences', async () => {
  const client = answering({
    'companyinfo/9341': {
      CompanyInfo: { CompanyName: 'Brightwater', LegalName: 'Brightwater LLC', Id: '1' },
    },
    preferences: { Preferences: { CurrencyPrefs: { HomeCurrency: { value: 'USD' } } } },
  });
  expect(await readCompany(client, access)).toEqual({
    realmId: '9341',
    name: 'Brightwater',
    homeCurrency: 'USD',
  });
});

test('a company whose preferences name no currency has none', async () => {
  const client = answering({
    'companyinfo/9341': { CompanyInfo: { LegalName: 'Kestrel' } },
    preferences: {},
  });
  expect(await readCompany(client, access)).toEqual({ realmId: '9341', name: 'Kestrel', homeCurrency: null });
});

test('an answer without a company or a count is not taken for one', async () => {
  await expect(readCompany(answering({}), access)).rejects.toMatchObject({ code: 'unavailable' });
  const empty = answering({ query: { QueryResponse: {} } });
  await expect(readCount(empty, access, { type: 'invoice', from: '2026-01-01' })).rejects.toMatchObject({
    code: 'unavailable',
  });
});
