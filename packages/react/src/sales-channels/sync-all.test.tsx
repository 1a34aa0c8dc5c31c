import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { World } from '@sales-channels/msw';
import { describe, expect, it } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannels } from './sales-channels.tsx';

const syncAll = () => screen.findByRole('button', { name: 'Sync all' });
const row = (company: RegExp) => screen.findByRole('listitem', { name: company });

/** A second company with a channel of its own. */
function addSecond(world: World): void {
  const [channel] = world.channels.filter(({ type }) => type === 'accounting');
  const [, connection] = world.connections;
  if (channel === undefined || connection === undefined) return;
  world.channels.push({ ...channel, id: 'cha_second', name: 'Second', connectionId: connection.id });
}

describe('sync all', () => {
  it('E-15 starts every channel that can, and says for which one it could not', async () => {
    renderInWorld('severalConnections', <SalesChannels />, {
      prepare: (world) => {
        addSecond(world);
        const [, second] = world.connections;
        if (second) second.status = 'reconnect_required';
      },
    });
    await userEvent.click(await syncAll());
    await waitFor(async () => expect(await row(/Brightwater Lighting/)).toHaveTextContent('Syncing'));
    expect(
      await screen.findByText(/^QuickBooks Online · .*: QuickBooks Online needs you to sign in again\.$/),
    ).toBeVisible();
  });

  it('E-15 is not there for a single channel', async () => {
    renderInWorld('connected', <SalesChannels />);
    await row(/^QuickBooks/);
    expect(screen.queryByRole('button', { name: 'Sync all' })).toBeNull();
  });

  it('E-15 U-02 says why it may not be pressed', async () => {
    const { requests } = renderInWorld('severalConnections', <SalesChannels />, {
      prepare: (world) => {
        addSecond(world);
        world.context.permissions = ['read'];
      },
    });
    const button = await syncAll();
    expect(button).toHaveAccessibleDescription('Your role does not include syncing.');
    await userEvent.click(button);
    expect(requests).not.toContain('POST /v1/channels/sync');
    expect(within(await row(/Brightwater Lighting/)).queryByRole('progressbar')).toBeNull();
  });
});
