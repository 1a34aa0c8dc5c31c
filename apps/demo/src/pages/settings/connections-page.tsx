import { ConnectionsSettings } from '@sales-channels/react';
import type { AccountView } from '../../wire/account.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { InventoryRows } from './inventory-rows.tsx';

export function ConnectionsPage({ account: { business, user } }: { account: AccountView }) {
  const signInAddress = `/quickbooks/connect?business=${business.id}`;
  return (
    <>
      <PageHeader title="Connections" lead={`What ${business.name} has connected, each managed by itself.`} />
      <ConnectionsSettings
        inventory={
          <InventoryRows businessId={business.id} signInAddress={user.isViewer ? null : signInAddress} />
        }
        {...(!user.isViewer && { onManageHostConnection: () => location.assign(signInAddress) })}
      />
    </>
  );
}
