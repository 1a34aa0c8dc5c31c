import type { AccountView } from '../../wire/account.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { AccountingSection } from './accounting-section.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { InventorySection } from './inventory-section.tsx';

export function ConnectionsPage({ account }: { account: AccountView }) {
  return (
    <>
      <PageHeader
        title="Connections"
        lead={`What ${account.business.name} has connected, each managed by itself.`}
      />
      <AccountingSection businessId={account.business.id} isViewer={account.user.isViewer} />
      <InventorySection businessId={account.business.id} />
      <ChannelsSection />
    </>
  );
}
