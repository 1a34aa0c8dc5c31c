import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { ConnectWizard } from './connect-wizard.tsx';

const ignore = () => {};

it('Q-03 shows the host’s help in the wizard, beside what it explains', async () => {
  renderInWorld('readyToConnect', <ConnectWizard open onOpenChange={ignore} />, {
    helpLinks: {
      accounting: { href: 'https://help.example/books', label: 'About accounting' },
      salesChannels: { href: 'https://help.example/sales', label: 'About sales channels' },
    },
  });
  const connection = await screen.findByRole('region', { name: 'Accounting connection' });
  expect(within(connection).getByRole('link')).toHaveAttribute('href', 'https://help.example/books');
  const footer = screen.getByRole('link', { name: 'About sales channels, opens a new window' });
  expect(footer).toHaveAttribute('target', '_blank');
});
