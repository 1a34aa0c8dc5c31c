import { createProblem } from '@sales-channels/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SalesChannels } from './sales-channels.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';

const row = () => screen.findByRole('listitem', { name: /^QuickBooks/ });
const button = async (name: RegExp) => within(await row()).getByRole('button', { name });
const details = () => screen.findByRole('dialog', { name: /^QuickBooks/ });

describe('what needs attention', () => {
  it('H-01 E-10 leads from documents that could not be imported to them, and back', async () => {
    renderInWorld('completedWithErrors', <SalesChannels />);
    expect(await row()).toHaveTextContent('Some documents could not be imported.');
    await userEvent.click(await button(/^See the documents: QuickBooks/));
    const dialog = await details();
    await waitFor(() => expect(within(dialog).getByRole('heading', { name: 'Sync history' })).toHaveFocus());
    const [newest, ...older] = await within(dialog).findAllByRole('listitem', { name: '' });
    expect(within(newest as HTMLElement).getByText(/^5217: The line amounts/)).toBeVisible();
    for (const run of older) expect(run.querySelector('details[open]')).toBeNull();
    await userEvent.keyboard('{Escape}');
    await waitFor(async () => expect(await button(/^See the documents/)).toHaveFocus());
  });

  it('H-01 begins at the facts where the details are opened by their own button', async () => {
    renderInWorld('completedWithErrors', <SalesChannels />);
    await userEvent.click(await button(/^More about QuickBooks/));
    const dialog = await details();
    const [newest] = await within(dialog).findAllByRole('listitem', { name: '' });
    expect(newest?.querySelector('details')).not.toHaveAttribute('open');
    expect(within(dialog).getByRole('heading', { name: 'Sync history' })).not.toHaveFocus();
  });

  it('E-16 H-01 has its sync button where the counts differ', async () => {
    const { requests, world } = renderInWorld('countMismatch', <SalesChannels />);
    expect(await row()).toHaveTextContent(
      '3 documents fewer than QuickBooks Online counts. Sync now to compare everything again.',
    );
    expect(await row()).not.toHaveTextContent('verified');
    await userEvent.click(await button(/^Sync now: QuickBooks/));
    await waitFor(() => expect(requests).toContainEqual(expect.stringMatching(/^POST .*\/sync/)));
    expect(await row()).not.toHaveTextContent('fewer');
    world.advance(60_000);
    await waitFor(async () => expect(await row()).toHaveTextContent(/([\d,]+) of \1 verified/), {
      timeout: 5_000,
    });
  });

  it.each([
    ['authorisationExpiresSoon', /The sign-in to QuickBooks Online ends on .*20\d\d\. Sign in again/],
    ['accessLost', 'The sync failed'],
  ] as const)('H-01 H-04 offers a new sign-in: %s', async (scenario, sentence) => {
    renderInWorld(scenario, <SalesChannels />);
    await waitFor(async () => expect(await row()).toHaveTextContent(sentence));
    expect(await button(/^Reconnect: QuickBooks/)).toBeEnabled();
  });

  it.each([
    [
      'budgetReached',
      /This month’s calls to QuickBooks Online are used up\. Syncing goes on by itself on .* 20\d\d\./,
    ],
    ['wrongEnvironment', 'This company belongs to another QuickBooks Online environment'],
  ] as const)('H-01 leads to the details, also for who may only read: %s', async (scenario, sentence) => {
    renderInWorld(scenario, <SalesChannels />, {
      prepare: ({ context }) => {
        context.permissions = ['read'];
      },
    });
    expect(await row()).toHaveTextContent(sentence);
    await userEvent.click(await button(/^See details: QuickBooks/));
    expect(await details()).toHaveTextContent(/Company.*Brightwater/);
  });

  it('H-01 needs no success first', async () => {
    renderInWorld('neverSynced', <SalesChannels />, {
      prepare: ({ channels }) => {
        for (const channel of channels) {
          if (channel.type === 'accounting') channel.attention = ['authorisation_expires_soon'];
        }
      },
    });
    expect(await button(/^Reconnect: QuickBooks/)).toBeEnabled();
  });

  it('H-01 shows a failed sync first and everything else beside it, each action once', async () => {
    renderInWorld('everyAttention', <SalesChannels />, {
      prepare: ({ runs }) => {
        const last = runs.at(-1);
        if (last) last.run = { ...last.run, state: 'failed', problem: createProblem('access_lost') };
      },
    });
    const channel = await row();
    await within(channel).findByText(/ends on/);
    const sentences = [...channel.querySelectorAll('.sc-trouble')].map(({ textContent }) => textContent);
    expect(sentences).toEqual([
      expect.stringMatching(/The sync failed.*no longer gives access/),
      expect.stringContaining('belongs to another QuickBooks Online environment'),
      expect.stringContaining('monthly limit of reads'),
      expect.stringMatching(/sign-in to QuickBooks Online ends on/),
      expect.stringContaining('3 documents fewer'),
      expect.stringContaining('Some documents could not be imported'),
    ]);
    const names = within(channel)
      .getAllByRole('button')
      .map(({ textContent }) => textContent.split(':')[0])
      .filter((name) => ['Reconnect', 'See details', 'See the documents'].includes(name ?? ''));
    expect(names).toEqual(['Reconnect', 'See details', 'See the documents']);
    await expectNoViolations(channel);
  });
});

describe('E-16 that a channel is complete', () => {
  it('is the one thing more a healthy row says, with when it was checked', async () => {
    renderInWorld('connected', <SalesChannels />);
    const verified = within(await row()).getByText(/^([\d,]+) of \1 verified$/);
    expect(verified.title).toMatch(/^Checked .*20\d\d.*\d:\d\d:\d\d/);
    expect(verified).toHaveAccessibleDescription(verified.title);
    expect(verified.tabIndex).toBe(0);
    expect((await row()).querySelector('.sc-trouble')).toBeNull();
  });

  it('counts what is known to be faulty', async () => {
    renderInWorld('completedWithErrors', <SalesChannels />);
    expect(within(await row()).getByText(/^([\d,]+) of \1 verified$/)).toBeVisible();
  });

  it.each(['neverSynced', 'failed', 'inactive'] as const)(
    'is not said of one that is %s',
    async (scenario) => {
      renderInWorld(scenario, <SalesChannels />);
      expect(await row()).not.toHaveTextContent('verified');
    },
  );
});
