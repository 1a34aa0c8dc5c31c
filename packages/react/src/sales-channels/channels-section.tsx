import type { Channel } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useId, useRef, useState } from 'react';
import { CreateSaleButton } from '../manual-sale/create-sale-button.tsx';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { ErrorBoundary } from '../primitives/error-boundary.tsx';
import { Notice } from '../primitives/notice.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useSyncAllChannels } from '../queries/sync-mutations.ts';
import { useChannels } from '../queries/channels.ts';
import type { Access } from './access.ts';
import { ChannelListSkeleton, ChannelListView } from './channel-list.view.tsx';
import { channelTitle } from './channel-title.ts';
import { ChannelRow } from './channel-row.tsx';
import { LazyConnectWizard } from './lazy-connect-wizard.tsx';
import { PlannedChannelsView } from './planned-channels.view.tsx';
import { SectionHeaderView } from './section-header.view.tsx';
import { canSyncAll, SyncAllButton, SyncAllTroubles } from './sync-all.tsx';
import { TrackingSwitch } from './tracking-switch.tsx';
import { useAfterRemoval } from './use-after-removal.ts';
import { useFocusAfterClose } from './use-focus-after-close.ts';

const NO_CHANNELS: readonly Channel[] = [];

export interface ChannelsSectionProps {
  access: Access;
  /** Stands in the row of the Manual channel, e.g. the way to enter a sale. */
  manualActions?: ReactNode;
  /** Where another button on the page matters more, this section's own stands back. */
  isSecondary?: boolean;
}

export function ChannelsSection({ access, manualActions, isSecondary = false }: ChannelsSectionProps) {
  const messages = useMessages();
  const { channels: words, common } = messages;
  const { emit, helpLinks } = useSalesChannels('ChannelsSection');
  const titleId = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const [isConnecting, setConnecting] = useState(false);
  useFocusAfterClose(isConnecting, title);
  const query = useChannels();
  const syncAll = useSyncAllChannels();
  const [gone, onRemoved] = useAfterRemoval(query.data?.items ?? NO_CHANNELS, title);
  const hasAccounting = query.data?.items.some((channel) => channel.type === 'accounting') ?? false;
  const canConnect = access.canManage && access.isTrackingOn && !access.isReadOnly;

  const retry = <Button onClick={() => void query.refetch()}>{common.retry}</Button>;
  const connect = (
    <Button variant={isSecondary ? 'secondary' : 'primary'} icon="add" onClick={() => setConnecting(true)}>
      {words.connect}
    </Button>
  );
  const renderRow = (channel: Channel) => (
    <ErrorBoundary key={channel.id} onError={(error) => emit('onError', error)} Fallback={BrokenRow}>
      <ChannelRow
        channel={channel}
        access={access}
        actions={channel.type === 'manual' && manualActions}
        onRemoved={() => onRemoved(channel)}
      />
    </ErrorBoundary>
  );

  return (
    <section className="sc-section" aria-labelledby={titleId}>
      <SectionHeaderView ref={title} id={titleId} title={words.title} help={helpLinks.salesChannels}>
        {access.canManage && !access.isReadOnly && (
          <TrackingSwitch isOn={access.isTrackingOn} prerequisite={access.prerequisite} />
        )}
        {!access.isReadOnly && canSyncAll(query.data?.items ?? []) && (
          <SyncAllButton mutation={syncAll} isAllowed={access.canSync} />
        )}
        {canConnect && hasAccounting && connect}
      </SectionHeaderView>
      {!access.isTrackingOn && !access.isReadOnly && <Notice>{words.trackingOffText}</Notice>}
      {query.isPending && <ChannelListSkeleton />}
      {query.isError && query.data === undefined && (
        <div className="sc-card" role="alert">
          <EmptyState icon="error" title={words.failedTitle} action={retry}>
            {describeProblem(messages, query.error)}
          </EmptyState>
        </div>
      )}
      {query.isError && query.data !== undefined && (
        <Notice tone="warning" title={words.failedTitle} action={retry}>
          {describeProblem(messages, query.error)}
        </Notice>
      )}
      <SyncAllTroubles mutation={syncAll} channels={query.data?.items ?? []} />
      <output className="sc-visually-hidden">
        {gone !== null && messages.channelDetails.removed(channelTitle(gone))}
      </output>
      {query.data !== undefined && (
        <ChannelListView
          channels={query.data.items}
          renderRow={renderRow}
          empty={
            access.isTrackingOn && (
              <EmptyState
                icon="accounting"
                title={words.emptyTitle}
                action={
                  <>
                    {canConnect && connect}
                    <CreateSaleButton>{messages.manualSale.openFromEmpty}</CreateSaleButton>
                  </>
                }
              >
                {access.canManage ? words.emptyText : words.connectNeedsPermission}
              </EmptyState>
            )
          }
          planned={<PlannedChannelsView />}
        />
      )}
      <LazyConnectWizard open={isConnecting} onOpenChange={setConnecting} />
    </section>
  );
}

function BrokenRow() {
  return (
    <li className="sc-channel">
      <Notice tone="danger">{useMessages().channels.brokenRow}</Notice>
    </li>
  );
}
