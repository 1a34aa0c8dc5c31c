import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import type { EndpointName } from '../endpoints.ts';
import { endpoints } from '../endpoints.ts';
import type { SchemaNotes } from './named-schemas.ts';
import { namedSchemas } from './named-schemas.ts';
import type { JsonSchema, OpenApiParameter, Reference } from './openapi-document.ts';

/** The JSON Schemas of all the contract's schemas, and where an operation finds its own. */
export interface CollectedSchemas {
  components: Record<string, JsonSchema>;
  /** To a body or a response, which is a component. */
  referTo(schema: z.ZodMiniType): Reference;
  /** The fields of an object of path or query parameters. */
  parametersOf(schema: z.ZodMiniType, place: 'path' | 'query'): OpenApiParameter[];
}

const uri = (id: string) => `#/components/schemas/${id}`;

/** Turns every schema an endpoint uses into JSON Schema: bodies and responses as components, parameters beside them. */
export function collectSchemas(): CollectedSchemas {
  const registry = z.registry<SchemaNotes>();
  for (const [schema, notes] of namedSchemas) registry.add(schema, notes);
  const parameterIds = new Set<string>();
  for (const [name, endpoint] of Object.entries(endpoints) as [EndpointName, Endpoint][]) {
    const prefix = name.replace(/^./, (letter) => letter.toUpperCase());
    for (const [part, schema] of Object.entries({
      Request: endpoint.body,
      Response: endpoint.response,
      Params: endpoint.params,
      Query: endpoint.query,
    })) {
      if (schema === undefined || registry.has(schema)) continue;
      registry.add(schema, { id: prefix + part });
      if (part === 'Params' || part === 'Query') parameterIds.add(prefix + part);
    }
  }
  // As input: an answer may carry fields that came later.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri, metadata: registry });
  const idOf = (schema: z.ZodMiniType) => registry.get(schema)?.id ?? '';
  return {
    components: Object.fromEntries(
      Object.entries(schemas)
        .filter(([id]) => !parameterIds.has(id))
        .map(([id, schema]) => [id, withoutIdentity(schema)]),
    ),
    referTo: (schema) => ({ $ref: uri(idOf(schema)) }),
    parametersOf: (schema, place) => {
      const { properties = {}, required = [] } = schemas[idOf(schema)] ?? {};
      return Object.entries(properties).map(([name, property]) => ({
        name,
        in: place,
        required: required.includes(name),
        schema: property as JsonSchema,
      }));
    },
  };
}

/** A component is known by its place in the document. */
function withoutIdentity({ $id: _id, $schema: _schema, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
