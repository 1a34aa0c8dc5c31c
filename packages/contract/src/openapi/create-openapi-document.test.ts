import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, it } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { createOpenApiDocument } from './create-openapi-document.ts';

const document = createOpenApiDocument({ serverUrl: 'https://sales.northwind.test', version: '1.2.3' });

it('P-04 is clean under a strict linter', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual(
    [],
  );
});

it('P-04 would be told of a broken reference', async () => {
  const broken = structuredClone(document);
  delete broken.components.schemas['Run'];
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source: JSON.stringify(broken), config });
  expect(problems.map(({ ruleId }) => ruleId)).toContain('no-unresolved-refs');
});

it('has every operation of the table at its address', () => {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method} ${path}`),
  );
  const declared = Object.entries<Endpoint>(endpoints).map(
    ([name, { method, path }]) => `${name}: ${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`,
  );
  expect(described.toSorted()).toEqual(declared.toSorted());
});

it('refers to the named schemas wherever they are used', () => {
  expect(document.components.schemas['Channel']?.properties).toMatchObject({
    id: { $ref: '#/components/schemas/Id' },
    initialSyncDate: { anyOf: [{ $ref: '#/components/schemas/CalendarDate' }, { type: 'null' }] },
    lastRun: { anyOf: [{ $ref: '#/components/schemas/Run' }, { type: 'null' }] },
  });
  expect(document.components.schemas['CalendarDate']).toMatchObject({ type: 'string', format: 'date' });
});

it('takes unknown fields in an answer only', () => {
  expect(document.components.schemas['CreateChannel']?.additionalProperties).toBe(false);
  expect(document.components.schemas['Channel']).not.toHaveProperty('additionalProperties');
});

it('describes a request: its parameters, key and body', () => {
  const { post } = document.paths['/v1/channels'] ?? {};
  expect(post?.parameters).toEqual([{ $ref: '#/components/parameters/IdempotencyKey' }]);
  expect(post?.requestBody?.content['application/json']?.schema).toEqual({
    $ref: '#/components/schemas/CreateChannel',
  });
  expect(document.paths['/v1/connections/{connectionId}/preview']?.['get']?.parameters).toMatchObject([
    { name: 'connectionId', in: 'path', required: true },
    { name: 'from', in: 'query', required: true },
  ]);
  expect(document.paths['/v1/sales']?.['get']?.parameters).toContainEqual({
    name: 'limit',
    in: 'query',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: 200 },
  });
});

it('N-09 describes a file by its own media type', () => {
  const { responses } = document.paths['/v1/sales/export']?.['get'] ?? {};
  expect(responses?.['200']?.content).toEqual({
    'text/csv': { schema: { $ref: '#/components/schemas/SalesCsv' } },
  });
});

it('lists the problems of an operation under their status, with an example each', () => {
  const { responses } = document.paths['/v1/channels/{channelId}/sync']?.['post'] ?? {};
  expect(Object.keys(responses ?? {})).toEqual(['202', '400', '401', '403', '404', '409', '500']);
  const conflict = responses?.['409']?.content['application/problem+json'];
  expect(conflict?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
  expect(conflict?.examples).toHaveProperty('sync_in_progress', {
    $ref: '#/components/examples/sync_in_progress',
  });
  expect(document.components.examples['sync_in_progress']?.value).toMatchObject({ status: 409 });
});

it('says where the API is and which version it has', () => {
  expect(document.servers).toEqual([{ url: 'https://sales.northwind.test' }]);
  expect(document.info.version).toBe('1.2.3');
  expect(createOpenApiDocument().servers).toEqual([{ url: '/' }]);
});
