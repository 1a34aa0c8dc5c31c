import type { Endpoint, FieldError } from '@sales-channels/contract';
import * as z from 'zod/mini';
import { ProblemError } from './problem-error.ts';

const MAX_BODY_LENGTH = 100_000;
const { localeError } = z.locales.en();

type Part = 'params' | 'query' | 'body';

/** The parts of a request as an endpoint's schemas parse them. Throws `invalid_request` with every field that is wrong. */
export async function parseRequest(
  endpoint: Endpoint,
  request: Request,
  params: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  const given = {
    params: { ...params },
    query: queryOf(request),
    body: endpoint.body === undefined ? undefined : await bodyOf(request),
  };
  const parsed: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = endpoint[part] ?? (part === 'query' ? z.strictObject({}) : undefined);
    if (schema === undefined) continue;
    const result = z.safeParse(schema, given[part], { error: localeError });
    if (result.success) parsed[part] = result.data;
    else errors.push(...result.error.issues.map((issue) => fieldError(part, issue)));
  }
  // An id of an impossible shape is simply an id nobody has.
  if (errors.some(({ path }) => path.startsWith('params'))) throw new ProblemError('not_found');
  if (errors.length > 0) throw new ProblemError('invalid_request', { errors });
  return parsed;
}

function fieldError(part: Part, issue: z.core.$ZodIssue): FieldError {
  const path = [part, ...issue.path].join('.');
  if (issue.code !== 'unrecognized_keys') return { path, message: issue.message };
  return { path, message: `Unknown: ${issue.keys.join(', ')}` };
}

function queryOf(request: Request): Record<string, unknown> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => {
      const values = searchParams.getAll(name);
      return [name, values.length === 1 ? values[0] : values];
    }),
  );
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  if (text.length > MAX_BODY_LENGTH) throw new ProblemError('payload_too_large');
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) {
    throw new ProblemError('unsupported_media_type');
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('invalid_request', { errors: [{ path: 'body', message: 'This is not JSON.' }] });
  }
}
