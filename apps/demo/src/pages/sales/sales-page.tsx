import { SalesChannels } from '@sales-channels/react';
import type { AccountView } from '../../wire/account.ts';
import { PageHeader } from '../ui/page-header.tsx';

export function SalesPage({ account }: { account: AccountView }) {
  return (
    <>
      <PageHeader title="Sales" lead={`What ${account.business.name} sells, wherever it sells it.`} />
      <SalesChannels />
    </>
  );
}
