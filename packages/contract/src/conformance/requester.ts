import { expect } from 'vitest';
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { COMMON_PROBLEMS } from '../endpoint.ts';
import type { EndpointName, EndpointOutput } from '../endpoints.ts';
import { endpoints } from '../endpoints.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import { problemSchema, PROBLEMS } from '../problem.ts';
import type { ConformanceBusiness, SessionChange } from './subject.ts';

/** What is asked; parts of any shape, since bad ones are asked too. */
export interface Asked {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number>>;
  body?: unknown;
}

export interface Asking {
  session?: SessionChange;
  /** Another token than the session's; null for none. */
  token?: string | null;
  headers?: Readonly<Record<string, string>>;
  idempotencyKey?: string;
  /** What is sent as it is, in place of a body. */
  text?: string;
}

/** Problems of reading a request, which come before an operation's own. */
const PROBLEMS_OF_READING: readonly string[] = ['payload_too_large', 'unsupported_media_type'];
/** Operations the checks so far have seen succeed. */
export const succeeded = new Set<EndpointName>();

export type Requester = ReturnType<typeof createRequester>;

/** Asks as the user of a business. Every answer is held against the contract, whatever it was asked for. */
export function createRequester(business: ConformanceBusiness) {
  return {
    business,

    /** The answer of an operation that succeeds. */
    ok: async <N extends EndpointName>(
      name: N,
      asked: Asked = {},
      asking: Asking = {},
    ): Promise<EndpointOutput<N>> => {
      const endpoint: Endpoint = endpoints[name];
      const { status, body, mediaType } = await send(business, endpoint, asked, asking);
      expect({ name, status, body }).toMatchObject({ name, status: endpoint.status ?? 200 });
      expect(mediaType).toBe(endpoint.file?.mediaType ?? 'application/json');
      // Nothing but what the contract knows, and no word it does not know.
      expect(z.parse(endpoint.response, body)).toEqual(body);
      succeeded.add(name);
      return body as EndpointOutput<N>;
    },

    /** The problem an operation refuses with. */
    refused: async (
      name: EndpointName,
      code: ProblemCode,
      asked: Asked = {},
      asking: Asking = {},
    ): Promise<Problem> => {
      const endpoint: Endpoint = endpoints[name];
      const { status, body, mediaType } = await send(business, endpoint, asked, asking);
      const allowed = [...endpoint.problems, ...COMMON_PROBLEMS, ...PROBLEMS_OF_READING];
      expect({ name, ...(body as object) }).toMatchObject({ name, code });
      expect(allowed, `${name} may not answer ${code}`).toContain(code);
      expect(mediaType).toBe('application/problem+json');
      const problem = z.parse(problemSchema, body);
      expect(problem).toMatchObject({
        type: `urn:sales-channels:problem:${code}`,
        ...PROBLEMS[code],
        status,
      });
      expect(problem).toEqual(body);
      return problem;
    },
  };
}

async function send(
  business: ConformanceBusiness,
  endpoint: Endpoint,
  { params = {}, query = {}, body }: Asked,
  { session, token, headers, idempotencyKey, text }: Asking,
) {
  const given = token === undefined ? await business.token(session) : token;
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams(
    Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])),
  );
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await fetch(
    `${business.baseUrl}${path}${search.size > 0 ? `?${search.toString()}` : ''}`,
    {
      method: endpoint.method,
      headers: {
        ...(given !== null && { authorization: `Bearer ${given}` }),
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    },
  );
  const mediaType = response.headers.get('content-type')?.split(';')[0];
  if (response.ok && endpoint.file !== undefined) {
    expect(response.headers.get('content-type')).toBe(`${endpoint.file.mediaType}; charset=utf-8`);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${endpoint.file.name}"`);
    return { status: response.status, mediaType, body: await response.text() };
  }
  return { status: response.status, mediaType, body: (await response.json()) as unknown };
}
