import type { SaleSummary } from '@sales-channels/contract';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { connectionChoices } from '../connect-wizard/connection-choices.ts';
import { ConnectWizardView } from '../connect-wizard/connect-wizard.view.tsx';
import { SaleRowView } from '../sales/sale-row.view.tsx';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { runOf } from '../testing/run-of.ts';
import { atDone, atSource, channelOf, connectionOf } from '../testing/wizard-screens.ts';
import { ChannelRow } from './channel-row.tsx';

const access = {
  canManage: true,
  canSync: true,
  isTrackingOn: true,
  prerequisite: null,
  isReadOnly: false,
  moreConnectionsPlan: undefined,
};

describe('values newer than the kit', () => {
  it('H-01 are said to be newer, with nothing to press that may be wrong', () => {
    renderInWorld(
      'connected',
      <ChannelRow channel={channelOf({ status: 'unknown', type: 'unknown' })} access={access} />,
    );
    const row = screen.getByRole('listitem', { name: /QuickBooks/ });
    expect(row).toHaveTextContent('Newer than this page');
    expect(row).toHaveTextContent('Reload the page to see how this channel is doing.');
    expect(screen.queryByRole('button', { name: /Sync now/ })).toBeNull();
  });

  it('H-01 do not hide what can be named', () => {
    const channel = channelOf({ status: 'up_to_date', attention: ['unknown', 'budget_reached'] });
    renderInWorld('connected', <ChannelRow channel={channel} access={access} />);
    expect(screen.getByText(/The monthly limit of reads/)).toBeVisible();
  });

  it('C-02 make no connection one to pick', () => {
    const connections = [connectionOf({ status: 'unknown' })];
    expect(connectionChoices(connections)[0]).toMatchObject({ obstacle: 'unknown', canReconnect: false });
    renderInWorld('connected', <ConnectWizardView {...atSource(connections)} />);
    expect(screen.getByRole('radio', { name: /Newer than this page/ })).toBeDisabled();
  });

  it('E-03 make no success of an end nobody knows', () => {
    const lastRun = runOf({ state: 'unknown', endedAt: '2026-11-23T10:00:09Z' });
    renderInWorld('connected', <ConnectWizardView {...atDone({ status: 'unknown', lastRun })} />);
    expect(screen.getByText('The first sync has ended.')).toBeVisible();
    expect(screen.queryByText(/Your sales are in/)).toBeNull();
  });

  it('N-01 show a sale with what is known of it', () => {
    const sale: SaleSummary = {
      id: 'sale_1',
      channelId: 'cha_1',
      channelName: 'Brightwater',
      source: 'unknown',
      type: 'unknown',
      number: '1037',
      customerName: 'Amy',
      date: '2026-11-20',
      currency: 'USD',
      total: '362.07',
      balance: '0.00',
      state: 'unknown',
      voidReason: null,
      outOfRange: false,
    };
    renderInWorld(
      'connected',
      <table>
        <tbody>
          <SaleRowView onOpen={() => {}} sale={sale} channelName="Brightwater" />
        </tbody>
      </table>,
    );
    expect(screen.getByRole('row')).toHaveTextContent(/1037.*Other.*362\.07/);
    expect(screen.getAllByText('Newer than this page').length).toBeGreaterThan(0);
  });
});
