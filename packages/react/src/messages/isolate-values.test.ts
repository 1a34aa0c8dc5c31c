import { createProblem } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { arabic } from '../languages/ar.ts';
import { german } from '../languages/de.ts';
import { englishMessages, mergeMessages } from './messages.ts';

const isolated = (text: string) => `\u2068${text}\u2069`;

describe('values in right-to-left sentences', () => {
  const words = mergeMessages({}, arabic);

  it('N-07 keep their own direction, also deep in a group', () => {
    expect(words.channels.reconnectRequired('QuickBooks Online')).toContain(isolated('QuickBooks Online'));
    expect(words.activity.actions.manual_sale_voided('Ada', 'A-12')).toContain(isolated('A-12'));
    expect(words.connectWizard.dateFaults.too_early('1 Jan 2020')).toContain(isolated('1 Jan 2020'));
    expect(words.sales.saleCount(11, '−11')).toContain(isolated('−11'));
  });

  it('keep what decides between sentences as it is', () => {
    expect(words.sales.saleCount(2, '2')).toBe(arabic.messages.sales.saleCount(2, '2'));
    expect(words.common.upgrade(undefined)).toBe(arabic.messages.common.upgrade(undefined));
    expect(words.activity.actions.sync_requested('Ada', null)).toBe(
      arabic.messages.activity.actions.sync_requested(isolated('Ada'), null),
    );
  });

  it('are isolated in problems, whose code stays readable', () => {
    const companies = { connected: 'Acme Ltd.', picked: null, pickedRealmId: '123' };
    const { problems } = mergeMessages({ problems: { forbidden: (problem) => problem?.code ?? '' } }, arabic);
    const tell = (
      text: (typeof problems)[keyof typeof problems],
      problem: ReturnType<typeof createProblem>,
    ) => (typeof text === 'string' ? text : text(problem));
    const mismatch = tell(problems.company_mismatch, createProblem('company_mismatch', { companies }));
    expect(mismatch).toContain(isolated('Acme Ltd.'));
    expect(mismatch).toContain(isolated('123'));
    expect(mismatch).toContain('شركة أخرى');
    expect(tell(problems.plan_required, createProblem('plan_required', { requiredPlan: 'Pro' }))).toContain(
      isolated('Pro'),
    );
    expect(tell(problems.forbidden, createProblem('forbidden'))).toBe('forbidden');
  });

  it('are isolated in a host’s own words too', () => {
    const { channels } = mergeMessages({ channels: { since: (date) => `من ${date}` } }, arabic);
    expect(channels.since('1 Jan')).toBe(`من ${isolated('1 Jan')}`);
  });
});

it('leaves left-to-right languages as they are', () => {
  expect(mergeMessages().channels.since('Jan 1')).toBe('since Jan 1');
  expect(mergeMessages({}, german)).toEqual(german.messages);
  expect(mergeMessages()).toEqual(englishMessages);
});
