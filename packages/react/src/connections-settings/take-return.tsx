import { useEffect, useState } from 'react';
import { failedReturn } from '../authorization-window/failed-return.ts';
import { useSignInReturn } from '../authorization-window/use-sign-in-return.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from '../queries/channels.ts';
import { connectionsQueries } from '../queries/connections.ts';
import { forgetNote, isNoted } from './settings-return.ts';

/** Takes up a full-page sign-in that was begun beside a connection. Any other is the wizard's. */
export function TakeReturn() {
  const [isOurs] = useState(isNoted);
  useEffect(forgetNote, []);
  return isOurs ? <Taker /> : null;
}

function Taker() {
  const { client, queryClient } = useSalesChannels('TakeReturn');
  useSignInReturn('TakeReturn', ({ failure }, reconnects) => {
    queryClient.setQueryData(failedReturn(client, reconnects).queryKey, failure);
    void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
    void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
  });
  return null;
}
