import { expect, it } from 'vitest';
import { endpoints } from './endpoints.ts';
import { COMMON_PROBLEMS } from './endpoint.ts';
import { createProblem, PROBLEM_CODES, PROBLEMS, problemSchema } from './problem.ts';

it('makes a valid problem document of every code', () => {
  for (const code of PROBLEM_CODES) {
    const problem = createProblem(code, { requestId: 'request_1' });
    expect(problemSchema.parse(problem)).toEqual({
      type: `urn:sales-channels:problem:${code}`,
      title: PROBLEMS[code].title,
      status: PROBLEMS[code].status,
      code,
      requestId: 'request_1',
    });
  }
});

it('keeps what a problem carries', () => {
  const details = { detail: 'There is one.', channelId: 'channel_1' };
  expect(createProblem('channel_exists', details)).toMatchObject({ ...details, status: 409 });
});

it('gives every problem an error status and words without a full stop', () => {
  for (const { status, title } of Object.values(PROBLEMS)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
  }
});

it('lists no problem of an operation twice, and none that every operation has', () => {
  for (const { problems } of Object.values(endpoints)) {
    expect(new Set([...COMMON_PROBLEMS, ...problems]).size).toBe(COMMON_PROBLEMS.length + problems.length);
  }
});
