import { AUDIT_ACTIONS } from '@sales-channels/contract';
import type { World } from '@sales-channels/msw';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { englishMessages } from '../messages/messages.ts';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { ConnectionsSettings } from './connections-settings.tsx';

const MINUTE = 60_000;

/** Fills the record: the first entry is the newest. */
const keep = (world: World, subjects: readonly string[]) => {
  world.audit = subjects
    .map((subject, index) => ({
      id: `audit_${index}`,
      at: new Date(world.now().getTime() - (index + 1) * 5 * MINUTE).toISOString(),
      action: 'channel_deactivated' as const,
      user: { id: 'u', name: 'Mara' },
      subject,
      channelId: null,
      connectionId: null,
      saleId: null,
    }))
    .toReversed();
};
const openActivity = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Activity' }));
  return screen.findByRole('dialog', { name: 'Activity' });
};

describe('the activity', () => {
  it('U-03 lists who did what and when, newest first, page by page', async () => {
    const { requests } = renderInWorld('connected', <ConnectionsSettings />, {
      prepare: (world) =>
        keep(
          world,
          Array.from({ length: 25 }, (_, index) => `Shop ${index}`),
        ),
    });
    const dialog = await openActivity();
    const list = await within(dialog).findByRole('list', { name: 'Activity, newest first' });
    expect(list.children).toHaveLength(20);
    expect(list.children[0]).toHaveTextContent(/^Mara deactivated the sales channel Shop 0.*5 min\. ago/);
    await expectNoViolations(dialog);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Show older activity' }));
    await waitFor(() => expect(list.children).toHaveLength(25));
    expect(list.children[24]).toHaveTextContent('Shop 24');
    expect(within(dialog).queryByRole('button', { name: 'Show older activity' })).toBeNull();
    expect(requests.filter((request) => request.includes('/v1/audit'))).toHaveLength(2);
  });

  it('U-03 shows what somebody has just done', async () => {
    renderInWorld('connected', <ConnectionsSettings />);
    await userEvent.click(await screen.findByRole('button', { name: /^Disconnect/ }));
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: /^Disconnect Brightwater/ }));
    await screen.findByRole('button', { name: /^Connect again/ });
    const dialog = await openActivity();
    const newest = (await within(dialog).findAllByRole('listitem'))[0];
    expect(newest).toHaveTextContent(/ disconnected Brightwater Lighting Co\..*just now/);
  });

  it('U-02 U-03 is for those who manage sales channels', async () => {
    renderInWorld('readOnly', <ConnectionsSettings />);
    await screen.findByRole('list', { name: 'Accounting connections' });
    expect(screen.queryByRole('button', { name: 'Activity' })).toBeNull();
  });

  it('B-07 says what failed and tries again', async () => {
    const { world } = renderInWorld('connected', <ConnectionsSettings />, {
      prepare: (world) => {
        keep(world, ['Lamp shop']);
        world.faults.listAuditEntries = 'forbidden';
      },
    });
    const dialog = await openActivity();
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('The activity could not be loaded');
    delete world.faults.listAuditEntries;
    await userEvent.click(within(dialog).getByRole('button', { name: 'Try again' }));
    expect(await within(dialog).findByText(/Lamp shop/)).toBeVisible();
  });

  it('B-07 says that nothing has happened yet', async () => {
    renderInWorld('connected', <ConnectionsSettings />, { prepare: (world) => keep(world, []) });
    expect(await within(await openActivity()).findByText('Nothing has happened yet')).toBeVisible();
  });

  it.each(AUDIT_ACTIONS)('U-03 has a sentence for %s, with and without a name', (action) => {
    const sentence = englishMessages.activity.actions[action];
    expect(sentence('Mara', null)).toMatch(/^Mara \w+.*[a-z]$/);
    expect(sentence('Mara', 'X-1')).not.toContain('null');
  });
});
