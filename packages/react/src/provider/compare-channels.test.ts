import type { Channel, Run } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { compareChannels } from './compare-channels.ts';

const run = (id: string): Run => ({
  id,
  channelId: 'c1',
  state: 'succeeded',
  trigger: 'manual',
  requestedBy: null,
  phase: 'done',
  progress: { done: 1, total: 1 },
  counts: { created: 1, updated: 0, voided: 0, unchanged: 0, errors: 0 },
  errors: [],
  providerCalls: 1,
  problem: null,
  requestedAt: '2026-11-23T10:00:00Z',
  startedAt: '2026-11-23T10:00:00Z',
  endedAt: '2026-11-23T10:00:05Z',
});

const channel = (changes: Partial<Channel>): Channel => ({
  id: 'c1',
  type: 'accounting',
  name: 'Brightwater',
  connection: null,
  isActive: true,
  status: 'up_to_date',
  attention: [],
  initialSyncDate: '2026-01-01',
  lastSyncedAt: null,
  lastRun: null,
  currentRun: null,
  nextSyncAt: null,
  verification: null,
  providerCalls: null,
  createdAt: '2026-11-01T10:00:00Z',
  ...changes,
});

const list = (...items: Channel[]) => ({ items });

describe('compareChannels', () => {
  it('reports no run of the first list', () => {
    expect(compareChannels(null, list(channel({ lastRun: run('r1') }))).finished).toEqual([]);
  });

  it('P-05 reports a run that ended between two lists, also one it never saw running', () => {
    const before = list(channel({ lastRun: run('r1') }));
    const after = list(channel({ lastRun: run('r2') }));
    expect(compareChannels(before, after).finished.map((entry) => entry.run.id)).toEqual(['r2']);
    expect(compareChannels(after, after).finished).toEqual([]);
  });

  it('reports the run of a channel that was made meanwhile', () => {
    expect(compareChannels(list(), list(channel({ lastRun: run('r1') }))).finished).toHaveLength(1);
  });

  it('H-09 P-05 reports a needed sign-in once until it works again', () => {
    const works = list(channel({}));
    const needs = list(channel({ status: 'reconnect_required' }));
    expect(compareChannels(null, needs).needReconnect).toHaveLength(1);
    expect(compareChannels(works, needs).needReconnect).toHaveLength(1);
    expect(compareChannels(needs, needs).needReconnect).toEqual([]);
  });
});
