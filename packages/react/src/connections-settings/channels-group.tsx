import type { Context } from '@sales-channels/contract';
import { useEffect, useId, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { EmptyState } from '../primitives/empty-state.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useChannels } from '../queries/channels.ts';
import { useConnections } from '../queries/connections.ts';
import { accessOf } from '../sales-channels/access.ts';
import { ChannelListSkeleton } from '../sales-channels/channel-list.view.tsx';
import { ChannelsSection } from '../sales-channels/channels-section.tsx';
import { SectionHeaderView } from '../sales-channels/section-header.view.tsx';
import { TrackingOff } from '../sales-channels/tracking-off.tsx';

/** The rows of the Sales tab; before there are any, what they wait for. */
export function ChannelsGroup({ context }: { context: Context }) {
  const { channels: words, tracking } = useMessages();
  const { helpLinks } = useSalesChannels('ChannelsGroup');
  const titleId = useId();
  const access = accessOf(context);
  const [group, moveFocusOnceOn] = useFocusOnceOn(access.isTrackingOn);
  const channels = useChannels();
  const hasNoConnection = useConnections().data?.items.length === 0;
  const hasChannels = channels.data !== undefined && channels.data.items.length > 0;

  if ((access.isTrackingOn && !access.isReadOnly) || hasChannels) {
    return (
      <div ref={group}>
        <ChannelsSection access={access} isSecondary={hasNoConnection} />
      </div>
    );
  }
  return (
    <section className="sc-section" aria-labelledby={titleId}>
      <SectionHeaderView id={titleId} title={words.title} help={helpLinks.salesChannels} />
      {channels.isPending ? (
        <ChannelListSkeleton />
      ) : access.isReadOnly ? (
        <div className="sc-card">
          <EmptyState icon="locked" title={tracking.lockedTitle}>
            {tracking.lockedText(context.entitlements.salesTracking.requiredPlan)}
          </EmptyState>
        </div>
      ) : (
        <TrackingOff context={context} onEnable={moveFocusOnceOn} />
      )}
    </section>
  );
}

/** The button that turns sales tracking on goes away with its success; the focus goes to the title of what comes. */
function useFocusOnceOn(isOn: boolean) {
  const group = useRef<HTMLDivElement>(null);
  const isWaiting = useRef(false);
  useEffect(() => {
    if (!isOn || !isWaiting.current) return;
    isWaiting.current = false;
    group.current?.querySelector('h2')?.focus();
  }, [isOn]);
  return [group, () => void (isWaiting.current = true)] as const;
}
