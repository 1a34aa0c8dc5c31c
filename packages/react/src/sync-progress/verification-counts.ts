import type { Verification } from '@sales-channels/contract';
import type { Format } from '../messages/create-format.ts';
import type { Messages } from '../messages/messages.ts';

export interface Counted {
  /** The provider's own count. */
  expected: number;
  /** How many of those are accounted for here: imported, or known to be faulty. */
  found: number;
}

/** All kinds of document together. */
export function sumOf({ documents }: Verification): Counted {
  const counts = Object.values(documents);
  return {
    expected: counts.reduce((sum, { expected }) => sum + expected, 0),
    found: counts.reduce((sum, { stored, errors }) => sum + stored + errors, 0),
  };
}

/** True when nothing is missing and nothing is too much, of any kind: a surplus of one makes up for no lack of another. */
export const isComplete = ({ documents }: Verification): boolean =>
  Object.values(documents).every(({ expected, stored, errors }) => expected === stored + errors);

/** `3 documents fewer than QuickBooks Online counts`; null where there is no difference. */
export function describeDifference(
  { expected, found }: Counted,
  providerName: string,
  { sync }: Messages,
  format: Pick<Format, 'number'>,
): string | null {
  const difference = Math.abs(found - expected);
  if (difference === 0) return null;
  const say = found < expected ? sync.fewer : sync.more;
  return sync.differs(say(difference, format.number(difference)), providerName);
}
