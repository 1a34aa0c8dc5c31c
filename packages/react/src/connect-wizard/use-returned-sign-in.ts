import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { useEffect, useRef, useState } from 'react';
import { failedReturn } from '../authorization-window/failed-return.ts';
import type { AuthorizationOutcome } from '../authorization-window/poll-authorization.ts';
import { useSignInReturn } from '../authorization-window/use-sign-in-return.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { connectionChoices } from './connection-choices.ts';
import { useRefreshChoices } from './use-refresh-choices.ts';

/**
 * What the wizard has to open with after a full-page sign-in, and the function that forgets it. A sign-in to a connection that
 * has its channel already needs no wizard: that it failed shows at the channel.
 */
export function useReturnedSignIn(onOpen: () => void) {
  const { client, queryClient } = useSalesChannels('useReturnedSignIn');
  const refreshChoices = useRefreshChoices();
  const current = useRef(client);
  useEffect(() => {
    current.current = client;
  });
  const [returned, setReturned] = useState<{
    client: SalesChannelsClient;
    outcome: AuthorizationOutcome;
  } | null>(null);

  const takeUp = async (outcome: AuthorizationOutcome, reconnects: string | null) => {
    const connections = await refreshChoices().catch(() => []);
    if (current.current !== client) return;
    const connectionId = outcome.connectionId ?? reconnects;
    const signedIn = connectionChoices(connections).find(({ connection }) => connection.id === connectionId);
    const hasChannel = signedIn?.obstacle === 'has_channel';
    if (outcome.failure !== null && reconnects !== null && (hasChannel || signedIn === undefined)) {
      queryClient.setQueryData(failedReturn(client, reconnects).queryKey, outcome.failure);
      return;
    }
    if (hasChannel) return;
    setReturned({ client, outcome });
    onOpen();
  };
  useSignInReturn('useReturnedSignIn', (outcome, reconnects) => void takeUp(outcome, reconnects));
  return {
    returned: returned?.client === client ? returned.outcome : null,
    forget: () => setReturned(null),
  };
}
