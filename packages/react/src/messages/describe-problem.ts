import type { Problem } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import type { Messages } from './messages.ts';

/** The sentence for a problem document or whatever a request rejected with. A code newer than the kit keeps its own words. */
export function describeProblem(messages: Messages, failure: unknown): string {
  const { problems } = messages;
  const code = failure instanceof ApiProblem ? codeOf(failure) : isProblem(failure) ? failure.code : 'other';
  const problem = failure instanceof ApiProblem ? failure.problem : isProblem(failure) ? failure : null;
  const known = Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : undefined;
  if (known === undefined) return problem?.detail ?? problem?.title ?? textOf(problems.other, problem);
  return textOf(known, problem);
}

/** A proxy's page about a server in trouble is not read either, but reloading would lose what was typed and help nobody. */
const codeOf = ({ code, status }: ApiProblem) =>
  code === 'unexpected_response' && status >= 500 ? 'internal' : code;

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'code' in value && 'title' in value;

const textOf = (text: string | ((problem: Problem | null) => string), problem: Problem | null): string =>
  typeof text === 'string' ? text : text(problem);
