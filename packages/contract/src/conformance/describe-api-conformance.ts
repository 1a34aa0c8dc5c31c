import { describe, expect, it } from 'vitest';
import { endpoints } from '../endpoints.ts';
import { conformanceChecks } from './checks.ts';
import { succeeded } from './requester.ts';
import type { ConformanceSubject } from './subject.ts';

/**
 * What every implementation of the API has to do, as a Vitest suite: the same requests, over HTTP, with every answer held
 * against the contract.
 */
export function describeApiConformance(name: string, subject: () => ConformanceSubject): void {
  describe(`${name} as the Sales Channels API`, () => {
    it.each(Object.entries(conformanceChecks))(
      '%s',
      (_, check) => {
        expect.hasAssertions();
        return check(subject());
      },
      60_000,
    );

    it('was asked for every operation', () => {
      expect([...succeeded].toSorted()).toEqual(Object.keys(endpoints).toSorted());
    });
  });
}
