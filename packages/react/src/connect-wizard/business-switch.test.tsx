import { createWorld } from '@sales-channels/msw';
import { render, screen, waitFor } from '@testing-library/react';
import type { ComponentProps } from 'react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';
import { createWorldClient } from '../testing/render-in-world.tsx';
import { ConnectWizard } from './connect-wizard.tsx';

function Page({ client }: Pick<ComponentProps<typeof SalesChannelsProvider>, 'client'>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <SalesChannelsProvider client={client}>
      <ConnectWizard open={isOpen} onOpenChange={setOpen} />
    </SalesChannelsProvider>
  );
}

it('C-09 shows nothing of a sign-in of the business before', async () => {
  window.history.replaceState(null, '', '/sales?sc_authorization=aut_gone');
  const { rerender } = render(<Page client={createWorldClient(createWorld('notConnected')).client} />);
  // The server does not know it.
  expect(await screen.findByRole('alert')).toHaveTextContent('QuickBooks Online was not connected');
  rerender(<Page client={createWorldClient(createWorld('readyToConnect')).client} />);
  expect(await screen.findByRole('radio', { name: /Brightwater Lighting/ })).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
});
