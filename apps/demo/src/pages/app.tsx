import type { ReactNode } from 'react';
import type { AccountView } from '../wire/account.ts';
import { useAccount } from './account.ts';
import { InventoryPage } from './inventory/inventory-page.tsx';
import { usePath } from './navigation.tsx';
import { SalesPage } from './sales/sales-page.tsx';
import { SalesChannelsForAccount } from './sales/sales-channels-for-account.tsx';
import { ConnectionsPage } from './settings/connections-page.tsx';
import { Shell } from './shell/shell.tsx';
import { Problem } from './ui/problem.tsx';

export function App() {
  const account = useAccount();
  if (account.isError) return <Problem error={account.error} onRetry={() => void account.refetch()} />;
  if (!account.data) return null;
  return <Product account={account.data} />;
}

function Product({ account }: { account: AccountView }) {
  const path = usePath();
  return (
    <SalesChannelsForAccount account={account}>
      <Shell account={account} path={path}>
        {pageAt(path, account)}
      </Shell>
    </SalesChannelsForAccount>
  );
}

function pageAt(path: string, account: AccountView): ReactNode {
  if (path.startsWith('/inventory')) return <InventoryPage key={account.business.id} account={account} />;
  if (path.startsWith('/settings')) return <ConnectionsPage account={account} />;
  return <SalesPage account={account} />;
}
