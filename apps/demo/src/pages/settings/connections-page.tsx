import { ConnectionsSettings } from '@sales-channels/react';
import type { AccountView } from '../../wire/account.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { InventoryRows } from './inventory-rows.tsx';

/** What Northwind does with a company that is signed in to through the kit. */
const USES = ['Item sync', 'Build exports'];

export function ConnectionsPage({ account: { business, user } }: { account: AccountView }) {
  const signInAddress = `/quickbooks/connect?business=${business.id}`;
  return (
    <>
      <PageHeader title="Connections" lead={`What ${business.name} has connected, each managed by itself.`} />
      <ConnectionsSettings
        connectionUses={USES}
        inventory={
          <InventoryRows businessId={business.id} signInAddress={user.isViewer ? null : signInAddress} />
        }
        {...(!user.isViewer && { onManageHostConnection: () => location.assign(signInAddress) })}
      />
    </>
  );
}
