import type { Endpoint, EndpointName, Problem } from '@sales-channels/contract';
import { endpoints } from '@sales-channels/contract';
import type { DefaultBodyType, HttpHandler, StrictRequest } from 'msw';
import { delay, http, HttpResponse } from 'msw';
import { authorize } from './authorize.ts';
import { spoilAnswer } from './faults/spoil-answer.ts';
import { takeFault } from './faults/take-fault.ts';
import { answerOnce } from './idempotency.ts';
import { operations } from './operations/operations.ts';
import { parseRequest } from './parse-request.ts';
import { ProblemError } from './problem-error.ts';
import type { World } from './world/world.ts';

export interface HandlersOptions {
  /** The world to answer from; a function is asked at every request. */
  world: World | ((request: Request) => World);
  /** Where the API is mounted, e.g. `https://sales.example.com`. Default: the API's paths on any origin. */
  baseUrl?: string;
}

interface Call {
  world: World;
  name: EndpointName;
  endpoint: Endpoint;
  request: StrictRequest<DefaultBodyType>;
  params: Readonly<Record<string, unknown>>;
}

/** MSW handlers for every operation of the API, answering from a world. */
export function createHandlers({ world, baseUrl = '*' }: HandlersOptions): HttpHandler[] {
  const worldOf = typeof world === 'function' ? world : () => world;
  return Object.entries(endpoints).map(([name, endpoint]) => {
    const method = endpoint.method.toLowerCase() as Lowercase<Endpoint['method']>;
    return http[method](`${baseUrl.replace(/\/+$/, '')}${endpoint.path}`, ({ request, params }) =>
      answer({
        world: worldOf(request),
        name: name as EndpointName,
        endpoint,
        request,
        params: namedOnly(params),
      }),
    );
  });
}

/** Without what a `*` of the base address stands for, which MSW gives by number. */
const namedOnly = (params: Call['params']): Call['params'] =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !/^\d+$/.test(name)));

async function answer(call: Call): Promise<Response> {
  const { world, name } = call;
  if (world.hanging.has(name)) await delay('infinite');
  await delay(world.latencyMs);
  const fault = takeFault(world, name);
  try {
    return await (fault ? spoilAnswer(fault, () => perform(call)) : perform(call));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return problemResponse({ ...error.problem, requestId: world.nextId('request') });
  }
}

async function perform(call: Call): Promise<Response> {
  const { world, name, endpoint, request } = call;
  authorize(world, endpoint, request);
  const input = await parseRequest(endpoint, request, call.params);
  world.settle();
  const operation = operations[name] as (world: World, input: unknown) => unknown;
  const run = () => operation(world, input);
  const key = endpoint.isIdempotent ? request.headers.get('idempotency-key') : null;
  const body = key === null ? run() : answerOnce(world, `${name} ${key}`, JSON.stringify(input), run);
  if (endpoint.file !== undefined) return fileResponse(endpoint.file, String(body));
  return HttpResponse.json(body as DefaultBodyType, { status: endpoint.status ?? 200 });
}

const fileResponse = ({ mediaType, name }: NonNullable<Endpoint['file']>, text: string): Response =>
  new HttpResponse(text, {
    headers: {
      'content-type': `${mediaType}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
    },
  });

const problemResponse = (problem: Problem): Response =>
  HttpResponse.json(problem, {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
