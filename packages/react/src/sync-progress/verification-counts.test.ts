import type { Verification } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { arabic } from '../languages/ar.ts';
import { french } from '../languages/fr.ts';
import { german } from '../languages/de.ts';
import { createFormat } from '../messages/create-format.ts';
import { englishMessages } from '../messages/messages.ts';
import { describeDifference, isComplete, sumOf } from './verification-counts.ts';

const of = (...stored: [number, number, number]): Verification => ({
  checkedAt: '2026-11-23T10:00:00Z',
  documents: {
    invoice: { expected: 900, stored: stored[0], errors: 0 },
    sales_receipt: { expected: 300, stored: stored[1], errors: 2 },
    credit_memo: { expected: 40, stored: stored[2], errors: 0 },
  },
});

describe('E-16 what was counted', () => {
  it('is complete when each kind is, and what is known to be faulty is accounted for', () => {
    expect(isComplete(of(900, 298, 40))).toBe(true);
    expect(sumOf(of(900, 298, 40))).toEqual({ expected: 1240, found: 1240 });
    expect(isComplete(of(900, 297, 40))).toBe(false);
  });

  it('is not complete where one kind has too many and another too few', () => {
    expect(isComplete(of(901, 297, 40))).toBe(false);
    expect(sumOf(of(901, 297, 40))).toEqual({ expected: 1240, found: 1240 });
  });

  const say = (messages: typeof englishMessages, found: number) =>
    describeDifference({ expected: 1240, found }, 'QuickBooks Online', messages, createFormat('en-US'));

  it('is told in words, whichever way it differs', () => {
    expect(say(englishMessages, 1240)).toBeNull();
    expect(say(englishMessages, 1237)).toBe('3 documents fewer than QuickBooks Online counts');
    expect(say(englishMessages, 1241)).toBe('1 document more than QuickBooks Online counts');
    expect(say(german.messages, 1237)).toBe('3 Belege weniger, als QuickBooks Online zählt');
    expect(say(french.messages, 1239)).toBe('1 document de moins que n’en compte QuickBooks Online');
    expect(say(arabic.messages, 1242)).toBe('أكثر بمستندين مما يعدّه QuickBooks Online');
  });
});
