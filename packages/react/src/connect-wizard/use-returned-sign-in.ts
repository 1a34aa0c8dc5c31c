import { useState } from 'react';
import type { AuthorizationOutcome } from '../authorization-window/poll-authorization.ts';
import { useAuthorizationReturn } from '../authorization-window/use-authorization-return.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { connectionChoices } from './connection-choices.ts';
import { useRefreshChoices } from './use-refresh-choices.ts';

/**
 * What the wizard has to open with after a full-page sign-in, and the function that forgets it. A sign-in to a connection that
 * has its channel already needs no wizard.
 */
export function useReturnedSignIn(onOpen: () => void) {
  const { client } = useSalesChannels('useReturnedSignIn');
  const refreshChoices = useRefreshChoices();
  const [returned, setReturned] = useState<AuthorizationOutcome | null>(null);

  const takeUp = async (outcome: AuthorizationOutcome) => {
    const connections = await refreshChoices().catch(() => []);
    const signedIn = connectionChoices(connections).find(
      ({ connection }) => connection.id === outcome.connectionId,
    );
    if (signedIn?.obstacle === 'has_channel') return;
    setReturned(outcome);
    onOpen();
  };
  useAuthorizationReturn(client, (outcome) => void takeUp(outcome));
  return { returned, forget: () => setReturned(null) };
}
