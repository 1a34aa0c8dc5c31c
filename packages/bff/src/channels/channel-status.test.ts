import { describe, expect, it } from 'vitest';
import type { RunRecord, VerificationRecord } from './channel.model.ts';
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
  const of = (lastRun: RunRecord | null, documents: Partial<VerificationRecord['documents']> = {}) => {
    const even = { expected: 2, stored: 2, errors: 0 };
    const counted = { invoice: even, sales_receipt: even, credit_memo: even, ...documents };
    return channelAttention({
      lastRun,
      verification: { checkedAt: new Date(), comparedAt: null, documents: counted },
    });
  };

  it('H-attention names documents that could not be imported and access that was lost', () => {
    expect(channelAttention({ lastRun: null, verification: null })).toEqual([]);
    expect(of({ ...run, counts: { ...run.counts, errors: 2 } })).toEqual(['document_errors']);
    const problem = { type: '', title: '', status: 409, code: 'access_lost' };
    expect(of({ ...run, problem })).toEqual(['access_lost']);
  });

  it('E-16 tells when the provider counts another number than is accounted for', () => {
    expect(of(null)).toEqual([]);
    expect(of(null, { invoice: { expected: 3, stored: 2, errors: 1 } })).toEqual([]);
    expect(of(null, { invoice: { expected: 3, stored: 2, errors: 0 } })).toEqual(['count_mismatch']);
    expect(of(null, { credit_memo: { expected: 1, stored: 2, errors: 0 } })).toEqual(['count_mismatch']);
  });
});
