import { describe, expect, it } from 'vitest';
import { estimateSecondsLeft } from './estimate.ts';

const first = { runId: 'r', done: 100, at: 10_000 };

describe('estimateSecondsLeft', () => {
  it('goes by the pace seen here, not by when the server says the run began', () => {
    expect(estimateSecondsLeft(first, { done: 300, total: 1100 }, 14_000)).toBe(16);
  });

  it('says nothing before there is something to go by', () => {
    expect(estimateSecondsLeft(first, { done: 100, total: 1100 }, 60_000)).toBeNull();
    expect(estimateSecondsLeft(first, { done: 300, total: 1100 }, 11_000)).toBeNull();
    expect(estimateSecondsLeft(first, { done: 300, total: null }, 14_000)).toBeNull();
    expect(estimateSecondsLeft(first, { done: 1100, total: 1100 }, 14_000)).toBeNull();
  });
});
