import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { ApiProblem } from './api-problem.ts';

export interface UrlInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
}

/**
 * The address of a call. Throws `invalid_request` for a parameter of an impossible shape: `..`, say, would name another
 * operation.
 */
export function buildUrl(baseUrl: string, endpoint: Endpoint, { params, query }: UrlInput): string {
  if (endpoint.params) {
    const parsed = z.safeParse(endpoint.params, params);
    if (!parsed.success) throw new ApiProblem('invalid_request', 0, null, { cause: parsed.error });
  }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(params?.[name] ?? ''),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${baseUrl}${path}${search.size > 0 ? `?${search}` : ''}`;
}
