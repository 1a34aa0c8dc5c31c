import type { Endpoint } from '../endpoint.ts';
import { endpoints } from '../endpoints.ts';
import { collectSchemas } from './collect-schemas.ts';
import { describeOperation } from './describe-operation.ts';
import { problemExamples } from './describe-problems.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { TAGS } from './tags.ts';

export interface OpenApiOptions {
  /** Where the BFF's router is mounted. Default `/`: where the document is served from. */
  serverUrl?: string;
  /** Version of the API. Default `1.0.0`. */
  version?: string;
}

const DESCRIPTION = `What the Sales Channels kit asks of its backend.

Amounts are decimal text, days are calendar dates without a time, and lists are read page by page with a cursor. Whatever is not
answered comes back as a problem document with a stable code.`;

/** The OpenAPI 3.1 document of the API, made from its table of endpoints. */
export function createOpenApiDocument({
  serverUrl = '/',
  version = '1.0.0',
}: OpenApiOptions = {}): OpenApiDocument {
  const schemas = collectSchemas();
  const paths: OpenApiDocument['paths'] = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [endpoint.method.toLowerCase()]: describeOperation(name, endpoint, schemas),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Sales Channels API',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache License 2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: serverUrl }],
    security: [{ session: [] }],
    tags: TAGS.map((tag) => ({ ...tag })),
    paths,
    components: {
      schemas: schemas.components,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY },
      examples: problemExamples(answeredCodes(paths)),
      securitySchemes: {
        session: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: "The short-lived session token the host's backend signs.",
        },
      },
    },
  };
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  required: false,
  description:
    'Makes a repeated request safe: for a day, the same key and request get the first answer again.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 200 },
};

function answeredCodes(paths: OpenApiDocument['paths']): Set<string> {
  const responses = Object.values(paths)
    .flatMap((operations) => Object.values(operations))
    .flatMap((operation) => Object.values(operation.responses));
  const contents = responses.flatMap(({ content }) => Object.values(content));
  return new Set(contents.flatMap(({ examples }) => Object.keys(examples ?? {})));
}
