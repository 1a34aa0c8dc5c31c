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
  const { salesChannelsUrl, business } = account;
  const session = `${account.user.id} ${account.plan}`;
  const client = useMemo(
    () => makeClient(salesChannelsUrl, business.id, session),
    [salesChannelsUrl, business.id, session],
  );
  return <SalesChannelsProvider client={client}>{children}</SalesChannelsProvider>;
}

/** Each of its tokens is for the business it was made for, whatever other tabs show by then. */
const makeClient = (baseUrl: string, businessId: string, _session: string) =>
  createClient({
    baseUrl,
    getToken: async () => (await callApi<{ token: string }>(businessId, 'sales-channels/session', {})).token,
  });
