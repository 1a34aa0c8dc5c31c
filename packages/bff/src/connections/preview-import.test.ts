import { describe, expect, it } from 'vitest';
import { estimateImport } from './preview-import.ts';

describe('C-08 the estimate of a first sync', () => {
  it.each([
    [[0, 0, 0], 7],
    [[1000, 200, 40], 7],
    [[1001, 1000, 999], 8],
    [[100_000, 100_000, 100_000], 304],
  ])('of %j documents is %i calls', (documents, calls) => {
    expect(estimateImport(documents).providerCalls).toBe(calls);
  });

  it('grows with the documents and is never nothing', () => {
    expect(estimateImport([0, 0, 0]).seconds).toBe(11);
    expect(estimateImport([1000, 200, 40]).seconds).toBe(13);
  });
});
