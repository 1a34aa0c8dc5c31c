import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { runOf } from '../testing/run-of.ts';
import { SyncProgress } from './sync-progress.tsx';
import { SyncResult } from './sync-result.tsx';

const show = (changes: Parameters<typeof runOf>[0]) => {
  renderInWorld('connected', <SyncProgress channelName="Brightwater" run={runOf(changes)} />);
  return screen.getByRole('progressbar', { name: 'Sync progress of Brightwater' });
};

describe('SyncProgress', () => {
  it('E-01 says how many of how many', () => {
    const bar = show({});
    expect(bar).toHaveAttribute('value', '640');
    expect(bar).toHaveAttribute('max', '1240');
    expect(screen.getByText('640 of 1,240')).toBeVisible();
  });

  it('E-11 says that a queued run waits', () => {
    expect(show({ state: 'queued', phase: 'waiting' })).not.toHaveAttribute('value');
    expect(screen.getByText('Waiting to start…')).toBeVisible();
  });

  it.each([
    ['comparing', 'Comparing with QuickBooks Online…', null],
    ['verifying', 'Verifying…', '1240'],
  ] as const)('E-16 names what comes after the reading: %s', (phase, words, max) => {
    const bar = show({ phase, progress: { done: 1240, total: 1240 } });
    expect(screen.getByText(words)).toBeVisible();
    expect(bar.getAttribute('max')).toBe(max);
    expect(bar).toHaveAttribute('aria-valuetext', words);
  });

  it('counts without a total where nobody knows it', () => {
    expect(show({ progress: { done: 1, total: null } })).not.toHaveAttribute('value');
    expect(screen.getByText('1 document so far')).toBeVisible();
  });
});

describe('SyncResult', () => {
  it('E-03 shows every count, zeros included', () => {
    const counts = { created: 12, updated: 3, voided: 1, unchanged: 1240, errors: 0 };
    renderInWorld('connected', <SyncResult run={runOf({ state: 'succeeded', counts })} />);
    expect(
      screen.getByText('12 created · 3 updated · 1 voided · 1,240 already up to date · 0 errors'),
    ).toBeVisible();
  });
});
