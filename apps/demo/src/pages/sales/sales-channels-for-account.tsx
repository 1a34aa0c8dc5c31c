import { createClient, SalesChannelsProvider } from '@sales-channels/react';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { AccountView } from '../../wire/account.ts';
import { callApi } from '../api.ts';
import { UpgradeDialog } from '../plan/upgrade-dialog.tsx';
import { useKitLanguage } from '../shell/use-kit-language.ts';
import { noteTold } from '../told/told.ts';

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
  const { isReady, language } = useKitLanguage();
  const [wantedPlan, setWantedPlan] = useState<string | null>(null);
  if (!isReady) return null;
  return (
    <SalesChannelsProvider
      client={client}
      {...(language && { language })}
      onConnected={({ name }) => noteTold(`${name} is connected`)}
      onSyncFinished={({ counts }, { name }) =>
        noteTold(`${name}: ${counts.created} new, ${counts.updated} changed, ${counts.voided} voided`)
      }
      onReconnectRequired={({ name }) => noteTold(`${name} asks for a sign-in`)}
      onUpgrade={({ requiredPlan }) => setWantedPlan(requiredPlan ?? null)}
    >
      {children}
      <UpgradeDialog account={account} plan={wantedPlan} onClose={() => setWantedPlan(null)} />
    </SalesChannelsProvider>
  );
}

/** Each of its tokens is for the business it was made for, whatever other tabs show by then. */
const makeClient = (baseUrl: string, businessId: string, _session: string) =>
  createClient({
    baseUrl,
    getToken: async () => (await callApi<{ token: string }>(businessId, 'sales-channels/session', {})).token,
  });
