import type { Problem } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import type { VerificationRecord } from './channel.model.ts';
import { channelAttention, channelStatus } from './channel-status.ts';
import { createRunRecord } from './run-record.ts';

const run = createRunRecord({
  channelId: 'c',
  trigger: 'manual',
  requestedBy: null,
  requestedAt: new Date(),
  done: 0,
  total: null,
});
const healthy = {
  type: 'accounting' as const,
  isActive: true,
  run: null,
  lastRun: { ...run, state: 'succeeded' as const },
  lastSyncedAt: new Date(),
  connection: { status: 'connected' as const },
  isSalesTrackingEnabled: true,
  isInPlan: true,
};

describe('channelStatus', () => {
  it.each([
    ['up_to_date', {}],
    ['never_synced', { lastRun: null, lastSyncedAt: null }],
    ['completed_with_errors', { lastRun: { ...run, state: 'completed_with_errors' as const } }],
    ['sync_failed', { lastRun: { ...run, state: 'failed' as const } }],
    ['syncing', { run, lastRun: { ...run, state: 'failed' as const } }],
    ['reconnect_required', { run, connection: { status: 'reconnect_required' as const } }],
    ['disconnected', { connection: { status: 'disconnected' as const } }],
    ['disconnected', { connection: null }],
    ['not_in_plan', { isInPlan: false, connection: null, run }],
    ['inactive', { isActive: false, isInPlan: false, connection: null, run }],
    ['inactive', { isSalesTrackingEnabled: false }],
    ['active', { type: 'manual' as const, connection: null, isInPlan: false }],
  ])('H-status shows %s first where it applies: %o', (status, facts) => {
    expect(channelStatus({ ...healthy, ...facts })).toBe(status);
  });
});

describe('channelAttention', () => {
  const now = new Date('2026-11-28T12:00:00Z');
  const connection = { status: 'connected' as const, authorizationEndsAt: null };
  const attention = (change: Partial<Parameters<typeof channelAttention>[0]>) =>
    channelAttention({ lastRun: null, verification: null, connection, ...change }, now);
  const failedBy = (problem: Problem) => ({ lastRun: { ...run, problem } });
  const counting = (documents: Partial<VerificationRecord['documents']>) => {
    const even = { expected: 2, stored: 2, errors: 0 };
    const counted = { invoice: even, sales_receipt: even, credit_memo: even, ...documents };
    return attention({ verification: { checkedAt: now, comparedAt: null, documents: counted } });
  };

  it('H-attention names what the last run met beside the status', () => {
    expect(attention({})).toEqual([]);
    expect(attention({ connection: null })).toEqual([]);
    expect(attention({ lastRun: { ...run, counts: { ...run.counts, errors: 2 } } })).toEqual([
      'document_errors',
    ]);
    expect(attention(failedBy(createProblem('access_lost')))).toEqual(['access_lost']);
  });

  it('E-16 tells when the provider counts another number than is accounted for', () => {
    expect(counting({})).toEqual([]);
    expect(counting({ invoice: { expected: 3, stored: 2, errors: 1 } })).toEqual([]);
    expect(counting({ invoice: { expected: 3, stored: 2, errors: 0 } })).toEqual(['count_mismatch']);
    expect(counting({ credit_memo: { expected: 1, stored: 2, errors: 0 } })).toEqual(['count_mismatch']);
  });

  it.each([
    ['2026-12-01T08:00:00Z', ['budget_reached']],
    ['2026-11-28T12:00:00Z', []],
  ])('H-attention tells of used up calls until there are some again, at %s', (availableAt, expected) => {
    expect(attention(failedBy(createProblem('budget_reached', { availableAt })))).toEqual(expected);
  });

  it.each([
    ['connected', '2026-12-28T12:00:00Z', ['authorisation_expires_soon']],
    ['connected', '2026-12-28T12:00:01Z', []],
    ['reconnect_required', '2026-12-01T00:00:00Z', []],
    ['disconnected', '2026-12-01T00:00:00Z', []],
  ] as const)(
    'H-attention tells 30 days ahead that an authorization ends: %s until %s',
    (status, at, expected) => {
      expect(attention({ connection: { status, authorizationEndsAt: new Date(at) } })).toEqual(expected);
    },
  );
});
