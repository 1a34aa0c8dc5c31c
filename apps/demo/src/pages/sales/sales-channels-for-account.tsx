import { createClient, SalesChannelsProvider } from '@sales-channels/react';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { AccountView } from '../../wire/account.ts';
import { callApi } from '../api.ts';

interface SalesChannelsForAccountProps {
  account: AccountView;
  children: ReactNode;
}

/** The kit for whoever is signed in: everything the host hands it. Another business, user or plan is another session. */
export function SalesChannelsForAccount({ account, children }: SalesChannelsForAccountProps) {
  const { salesChannelsUrl } = account;
  const session = `${account.business.id} ${account.user.id} ${account.plan}`;
  const client = useMemo(() => makeClient(salesChannelsUrl, session), [salesChannelsUrl, session]);
  return <SalesChannelsProvider client={client}>{children}</SalesChannelsProvider>;
}

const makeClient = (baseUrl: string, _session: string) =>
  createClient({
    baseUrl,
    getToken: async () => (await callApi<{ token: string }>('sales-channels/session', {})).token,
  });
