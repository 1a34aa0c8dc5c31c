import type { Endpoint } from '../endpoint.ts';
import type { CollectedSchemas } from './collect-schemas.ts';
import { describeProblems } from './describe-problems.ts';
import type { OpenApiOperation } from './openapi-document.ts';
import { tagOf } from './tags.ts';

/** An endpoint as an OpenAPI operation. */
export function describeOperation(
  name: string,
  endpoint: Endpoint,
  schemas: CollectedSchemas,
): OpenApiOperation {
  const parameters = [
    ...(endpoint.params ? schemas.parametersOf(endpoint.params, 'path') : []),
    ...(endpoint.query ? schemas.parametersOf(endpoint.query, 'query') : []),
    ...(endpoint.isIdempotent ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ];
  return {
    operationId: name,
    summary: endpoint.summary,
    description: `Needs the permission \`${endpoint.permission}\`.`,
    tags: [tagOf(endpoint)],
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: schemas.referTo(endpoint.body) } },
      },
    }),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: `${endpoint.summary}.`,
        content: {
          [endpoint.file?.mediaType ?? 'application/json']: { schema: schemas.referTo(endpoint.response) },
        },
      },
      ...describeProblems(endpoint),
    },
  };
}
