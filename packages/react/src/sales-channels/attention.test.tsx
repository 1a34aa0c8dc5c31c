import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SalesChannels } from './sales-channels.tsx';
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
    const { requests } = renderInWorld('countMismatch', <SalesChannels />);
    expect(await row()).toHaveTextContent('Sync now to compare again.');
    await userEvent.click(await button(/^Sync now: QuickBooks/));
    await waitFor(() => expect(requests).toContainEqual(expect.stringMatching(/^POST .*\/sync/)));
  });

  it.each([
    ['authorisationExpiresSoon', 'The sign-in to QuickBooks Online ends soon.'],
    ['accessLost', 'The sync failed'],
  ] as const)('H-01 H-04 offers a new sign-in: %s', async (scenario, sentence) => {
    renderInWorld(scenario, <SalesChannels />);
    expect(await row()).toHaveTextContent(sentence);
    expect(await button(/^Reconnect: QuickBooks/)).toBeEnabled();
  });

  it.each([
    ['budgetReached', 'The monthly limit of reads from QuickBooks Online is reached.'],
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
});
