import { PROBLEM_CODES, createProblem } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { describe, expect, it } from 'vitest';
import { describeProblem } from './describe-problem.ts';
import { englishMessages, mergeMessages } from './messages.ts';

describe('messages', () => {
  it('are the English ones, with the words of the host over them', () => {
    const merged = mergeMessages({ channels: { title: 'Sources', connect: 'Add a source' } });
    expect(merged.channels).toEqual({
      ...englishMessages.channels,
      title: 'Sources',
      connect: 'Add a source',
    });
    expect({ ...merged, channels: englishMessages.channels }).toEqual(englishMessages);
  });

  it('speak of one and of many', () => {
    expect(englishMessages.sync.errors(1, '1')).toBe('1 error');
    expect(englishMessages.sync.errors(0, '0')).toBe('0 errors');
    expect(englishMessages.sales.saleCount(1, '1')).toBe('1 sale');
  });
});

describe('describeProblem', () => {
  it('H-07 has a sentence for every code', () => {
    for (const code of PROBLEM_CODES) {
      expect(describeProblem(englishMessages, createProblem(code))).toMatch(/^[A-Z].+\.$/);
    }
  });

  it('names the plan and the limit the problem carries', () => {
    const problem = createProblem('connection_limit_reached', { limit: 1, requiredPlan: 'Advanced' });
    const error = new ApiProblem('connection_limit_reached', 403, problem);
    expect(describeProblem(englishMessages, error)).toBe(
      'Your plan allows one accounting connection. The Advanced plan allows more.',
    );
  });

  it('takes the words of a code newer than itself, and has some for anything else', () => {
    const newer = { ...createProblem('internal'), code: 'from_the_future', title: 'The future is now' };
    expect(describeProblem(englishMessages, newer)).toBe('The future is now');
    expect(describeProblem(englishMessages, new Error('secret detail'))).toBe(englishMessages.problems.other);
  });
});
