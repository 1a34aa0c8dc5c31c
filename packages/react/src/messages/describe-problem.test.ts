import { ApiProblem } from '@sales-channels/contract/client';
import { describe, expect, it } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import { problemMessages } from './en/problems.ts';
import { englishMessages } from './messages.ts';

describe('describeProblem', () => {
  it.each([
    [200, problemMessages.unexpected_response],
    [404, problemMessages.unexpected_response],
    [500, problemMessages.internal],
    [502, problemMessages.internal],
  ])('of an unreadable answer with status %i asks to reload only where that helps', (status, text) => {
    expect(describeProblem(englishMessages, new ApiProblem('unexpected_response', status, null))).toBe(text);
  });
});
