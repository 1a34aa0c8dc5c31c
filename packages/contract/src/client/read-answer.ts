import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import type { ProblemCode } from '../problem.ts';
import { problemSchema } from '../problem.ts';
import { ApiProblem } from './api-problem.ts';

/** What the server said: its status, and its body where that is JSON. */
export interface Answer {
  status: number;
  isSuccess: boolean;
  body: unknown;
}

/** The parsed result of an operation. Throws `ApiProblem` for a problem document, and for a body that is neither. */
export function readAnswer(endpoint: Endpoint, { status, isSuccess, body }: Answer): unknown {
  if (isSuccess) {
    const parsed = z.safeParse(endpoint.response, body);
    if (parsed.success) return parsed.data;
    throw new ApiProblem('unexpected_response', status, null, { cause: parsed.error });
  }
  const problem = z.safeParse(problemSchema, body);
  if (!problem.success) throw new ApiProblem('unexpected_response', status, null);
  throw new ApiProblem(problem.data.code as ProblemCode, status, problem.data);
}

/** True for the one problem a new token settles. */
export function isSessionExpired({ status, body }: Answer): boolean {
  const problem = status === 401 ? z.safeParse(problemSchema, body) : null;
  return problem?.data?.code === 'session_expired';
}
