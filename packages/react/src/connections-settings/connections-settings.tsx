import type { Connection, Context } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Root } from '../provider/root.tsx';
import { ContextGate } from '../sales-channels/context-gate.tsx';
import { WidgetBoundary } from '../sales-channels/widget-boundary.tsx';
import { AccountingSection } from './accounting-section.tsx';
import { ActivityButton } from './activity-button.tsx';
import { ChannelsGroup } from './channels-group.tsx';
import { ConnectionListSkeleton } from './connection-list.view.tsx';
import { InventorySection } from './inventory-section.tsx';
import { TakeReturn } from './take-return.tsx';

export interface ConnectionsSettingsProps {
  /** The host's own part of the page, e.g. how items are kept in step, with its own spacing. Without it there is no such group. */
  inventory?: ReactNode;
  /** Opens the host's own place for a connection it lends. Given, each of those has a button for it. */
  onManageHostConnection?: (connection: Connection) => void;
  className?: string;
}

/** Settings → Connections: accounting connections, the host's inventory, and sales channels, each managed by itself. */
export function ConnectionsSettings({ className, ...content }: ConnectionsSettingsProps) {
  const { connections: words } = useMessages();
  return (
    <Root {...(className === undefined ? {} : { className })}>
      <WidgetBoundary>
        <ContextGate
          skeleton={<ConnectionListSkeleton />}
          failedTitle={words.failedTitle}
          noReadTitle={words.noReadTitle}
          noReadText={words.noReadText}
        >
          {(context) => <Groups context={context} {...content} />}
        </ContextGate>
      </WidgetBoundary>
    </Root>
  );
}

interface GroupsProps extends Omit<ConnectionsSettingsProps, 'className'> {
  context: Context;
}

function Groups({ context, inventory, ...accounting }: GroupsProps) {
  const hasInventory = inventory !== undefined && inventory !== null && inventory !== false;
  return (
    <div className="sc-tab sc-connections-settings">
      <TakeReturn />
      <WidgetBoundary>
        <AccountingSection context={context} {...accounting} />
      </WidgetBoundary>
      {hasInventory && (
        <WidgetBoundary>
          <InventorySection>{inventory}</InventorySection>
        </WidgetBoundary>
      )}
      <WidgetBoundary>
        <ChannelsGroup context={context} />
      </WidgetBoundary>
      {context.permissions.includes('manage') && (
        <WidgetBoundary>
          <ActivityButton />
        </WidgetBoundary>
      )}
    </div>
  );
}
