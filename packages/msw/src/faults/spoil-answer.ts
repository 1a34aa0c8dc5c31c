import { PROBLEMS } from '@sales-channels/contract';
import type { ProblemCode } from '@sales-channels/contract';
import { delay, HttpResponse } from 'msw';
import { ProblemError } from '../problem-error.ts';
import type { Fault, FaultKind } from './fault.ts';
import { withExtraFields, withUnknownWords } from './newer-server.ts';

type Given = Exclude<Fault, string>;

/**
 * The answer a fault leaves of one that was to be: instead of it, or made of it. `perform` carries the operation out where that
 * is needed. Throws `ProblemError` for a problem of the API.
 */
export async function spoilAnswer(
  { kind, latencyMs = 0, details }: Given,
  perform: () => Promise<Response>,
): Promise<Response> {
  await delay(latencyMs);
  if (isProblem(kind)) throw new ProblemError(kind, details);
  if (kind === 'unknown_words' || kind === 'extra_fields') {
    const response = await perform();
    // A file has neither words nor fields.
    if (!response.ok || !response.headers.get('content-type')?.includes('json')) return response;
    const answer = (await response.json()) as unknown;
    return HttpResponse.json(newer[kind](answer) as object, { status: response.status });
  }
  return instead[kind]();
}

const newer = { unknown_words: withUnknownWords, extra_fields: withExtraFields } as const;

const isProblem = (kind: FaultKind): kind is ProblemCode => kind in PROBLEMS;

const instead = {
  offline: () => HttpResponse.error(),
  silence: async () => {
    await delay('infinite');
    return HttpResponse.error();
  },
  html_page: () => HttpResponse.html('<!doctype html><title>502 Bad Gateway</title>', { status: 502 }),
  malformed_json: () => new HttpResponse('{"items": [', { headers: { 'content-type': 'application/json' } }),
} as const satisfies Record<string, () => Response | Promise<Response>>;
