import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';

const table = Object.entries<Endpoint>(endpoints);

it('has no two operations at one address', () => {
  const addresses = table.map(([, { method, path }]) => `${method} ${path.replaceAll(/:\w+/g, ':x')}`);
  expect(new Set(addresses).size).toBe(addresses.length);
});

it('has a schema for exactly the parameters in a path', () => {
  for (const [name, { path, params }] of table) {
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter);
    const inSchema = params ? Object.keys(z.toJSONSchema(params).properties ?? {}) : [];
    expect([name, ...inSchema]).toEqual([name, ...inPath]);
  }
});

it('puts a fixed path before one with a parameter that would take it', () => {
  const paths = table.map(([, { path }]) => path);
  expect(paths.indexOf('/v1/sales/totals')).toBeLessThan(paths.indexOf('/v1/sales/:saleId'));
});

describe('what comes in', () => {
  const createBody = endpoints.createChannel.body;
  const body = { type: 'accounting', connectionId: 'connection_1', initialSyncDate: '2026-09-01' };

  const schemas = table.flatMap(([name, { params, query, body }]) =>
    Object.entries({ params, query, body }).flatMap(([part, schema]) =>
      schema === undefined ? [] : [[name, part, schema] as const],
    ),
  );

  it.each(schemas)('to %s, %s, has no field that is not named', (_name, _part, schema) => {
    const codes = z.safeParse(schema, { $where: '1' }).error?.issues.map(({ code }) => code);
    expect(codes).toContain('unrecognized_keys');
  });

  it.each([
    ['an operator', { ...body, connectionId: { $gt: '' } }],
    ['a list', { ...body, connectionId: ['connection_1'] }],
    ['a number', { ...body, initialSyncDate: 20260901 }],
    ['a word', { ...body, startSync: 'yes' }],
    ['another type', { ...body, type: 'barter' }],
    ['a missing field', { type: 'accounting', connectionId: 'connection_1' }],
  ])('refuses %s in a new channel', (_, value) => {
    expect(z.safeParse(createBody, value).success).toBe(false);
  });

  it('takes a new channel with or without the choice to start', () => {
    expect(z.parse(createBody, body)).toEqual(body);
    expect(z.parse(createBody, { ...body, startSync: false })).toEqual({ ...body, startSync: false });
  });

  it.each([
    'javascript:alert(1)',
    'ftp://host.example',
    '//host.example',
    `https://host.example/${'x'.repeat(2000)}`,
  ])('refuses to return to %s', (returnTo) => {
    const result = z.safeParse(endpoints.startAuthorization.body, { provider: 'quickbooks', returnTo });
    expect(result.success).toBe(false);
  });

  it('trims a search and caps its length', () => {
    expect(z.parse(endpoints.listSales.query, { search: ' 1204 ' })).toEqual({ search: '1204' });
    expect(z.safeParse(endpoints.listSales.query, { search: 'x'.repeat(101) }).success).toBe(false);
  });
});

it('lets an answer carry fields a client does not know yet, and drops them', () => {
  expect(
    z.parse(endpoints.setSalesTracking.response, { enabled: true, prerequisite: null, since: 1 }),
  ).toEqual({
    enabled: true,
    prerequisite: null,
  });
});
