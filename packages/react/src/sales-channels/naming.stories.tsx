import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { ConnectionsSettings } from '../connections-settings/connections-settings.tsx';
import { untilSettled } from '../testing/until-settled.ts';
import { SalesChannels } from './sales-channels.tsx';

const meta = { title: 'Naming QuickBooks Online', component: ConnectionsSettings } satisfies Meta<
  typeof ConnectionsSettings
>;
export default meta;
type Story = StoryObj<typeof meta>;

/** The product is called by its whole name, in what is seen and in what is read out. */
const inFull: NonNullable<Story['play']> = async (context) => {
  await untilSettled(context);
  const { body } = document;
  const spoken = [...body.querySelectorAll('[aria-label], [title]')].map(
    (element) => `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('title') ?? ''}`,
  );
  const said = [body.querySelector('.sc-root')?.textContent ?? '', ...spoken].join(' ');
  await expect(said).toContain('QuickBooks Online');
  await expect(said).not.toMatch(/\bQBO?\b/);
  await expect(said).not.toMatch(/QuickBooks(?!\sOnline)/);
};
/** A connection is either there to be ended or to be made. */
const neverBoth: NonNullable<Story['play']> = async (context) => {
  await inFull(context);
  for (const row of context.canvasElement.querySelectorAll<HTMLElement>('.sc-connection')) {
    const names = within(row)
      .queryAllByRole('button')
      .map((button) => button.textContent);
    const ways = names.filter((name) => /^(Disconnect|Connect)\b/.test(name));
    await expect(ways.length).toBeLessThanOrEqual(1);
  }
};

export const Connected: Story = { play: neverBoth };
export const SeveralConnections: Story = { parameters: { scenario: 'severalConnections' }, play: neverBoth };
export const Disconnected: Story = { parameters: { scenario: 'disconnected' }, play: neverBoth };
export const ReconnectRequired: Story = { parameters: { scenario: 'reconnectRequired' }, play: neverBoth };
export const NotConnected: Story = { parameters: { scenario: 'notConnected' }, play: inFull };

const render = () => <SalesChannels />;
export const SalesTab: Story = { render, play: inFull };
export const SalesTabWithoutChannel: Story = {
  render,
  parameters: { scenario: 'notConnected' },
  play: inFull,
};
export const SalesTabFailed: Story = { render, parameters: { scenario: 'failed' }, play: inFull };
export const SalesTabWithErrors: Story = {
  render,
  parameters: { scenario: 'completedWithErrors' },
  play: inFull,
};
export const SalesTabSignedOut: Story = {
  render,
  parameters: { scenario: 'reconnectRequired' },
  play: inFull,
};
export const SalesTabDisconnected: Story = {
  render,
  parameters: { scenario: 'disconnected' },
  play: inFull,
};
