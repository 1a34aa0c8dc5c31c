import type { Endpoint } from '../endpoint.ts';
import { COMMON_PROBLEMS } from '../endpoint.ts';
import type { ProblemCode } from '../problem.ts';
import { createProblem, PROBLEM_CODES, PROBLEMS } from '../problem.ts';
import type { OpenApiDocument, OpenApiResponse } from './openapi-document.ts';

const BODY_PROBLEMS = ['payload_too_large', 'unsupported_media_type'] as const;

/** The problem responses of an operation, by status. */
export function describeProblems(endpoint: Endpoint): Record<string, OpenApiResponse> {
  const codes: ProblemCode[] = [
    ...COMMON_PROBLEMS,
    ...(endpoint.body ? BODY_PROBLEMS : []),
    ...endpoint.problems,
  ];
  const statuses = [...new Set(codes.map((code) => PROBLEMS[code].status))].toSorted((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      describeStatus(codes.filter((code) => PROBLEMS[code].status === status)),
    ]),
  );
}

const describeStatus = (codes: readonly ProblemCode[]): OpenApiResponse => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}.`).join('\n\n'),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
});

/** An example document of each problem that some operation may answer. */
export function problemExamples(answered: ReadonlySet<string>): OpenApiDocument['components']['examples'] {
  return Object.fromEntries(
    PROBLEM_CODES.filter((code) => answered.has(code)).map((code) => [
      code,
      { summary: PROBLEMS[code].title, value: createProblem(code, { requestId: 'request_9fXk2' }) },
    ]),
  );
}
