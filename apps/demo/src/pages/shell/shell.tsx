import type { ReactNode } from 'react';
import type { AccountView } from '../../wire/account.ts';
import { BusinessSwitcher } from './business-switcher.tsx';
import { DemoControls } from './demo-controls.tsx';
import { ToldList } from '../told/told-list.tsx';
import { Navigation } from './navigation-menu.tsx';

interface ShellProps {
  account: AccountView;
  path: string;
  children: ReactNode;
}

/** The frame around every page. */
export function Shell({ account, path, children }: ShellProps) {
  return (
    <div className="shell">
      <aside className="sidebar">
        <p className="brand">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="8" />
            <path d="M9.5 23V9l13 14V9" />
          </svg>
          Northwind <span>Assemblies</span>
        </p>
        <BusinessSwitcher account={account} />
        <Navigation path={path} />
        <ToldList businessId={account.business.id} />
        <DemoControls account={account} />
      </aside>
      <main className="main">{children}</main>
    </div>
  );
}
