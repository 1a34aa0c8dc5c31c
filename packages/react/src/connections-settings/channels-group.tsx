import type { Context } from '@sales-channels/contract';
import { useEffect, useId, useRef } from 'react';
import { CreateSaleButton } from '../manual-sale/create-sale-button.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useChannels } from '../queries/channels.ts';
import { useConnections } from '../queries/connections.ts';
import { accessOf } from '../sales-channels/access.ts';
import { ChannelListSkeleton } from '../sales-channels/channel-list.view.tsx';
import { ChannelsSection } from '../sales-channels/channels-section.tsx';
import { PlanLock } from '../sales-channels/plan-lock.tsx';
import { SectionHeaderView } from '../sales-channels/section-header.view.tsx';
import { TrackingOff } from '../sales-channels/tracking-off.tsx';

/** The rows of the Sales tab; before there are any, what they wait for. */
export function ChannelsGroup({ context }: { context: Context }) {
  const { channels: words, manualSale } = useMessages();
  const { helpLinks } = useSalesChannels('ChannelsGroup');
  const titleId = useId();
  const access = accessOf(context);
  const [group, moveFocusOnceOn] = useFocusOnceOn(access.isTrackingOn);
  const channels = useChannels();
  const hasNoConnection = useConnections().data?.items.length === 0;
  const hasChannels = channels.data !== undefined && channels.data.items.length > 0;

  const lock = <PlanLock plan={context.entitlements.salesTracking.requiredPlan} />;

  if ((access.isTrackingOn && !access.isReadOnly) || hasChannels) {
    return (
      <div ref={group} className="sc-section">
        {access.isReadOnly && lock}
        <ChannelsSection
          access={access}
          isSecondary={hasNoConnection}
          manualActions={
            <CreateSaleButton size="small" icon="add">
              {manualSale.open}
            </CreateSaleButton>
          }
        />
      </div>
    );
  }
  return (
    <section className="sc-section" aria-labelledby={titleId}>
      <SectionHeaderView id={titleId} title={words.title} help={helpLinks.salesChannels} />
      {channels.isPending ? (
        <ChannelListSkeleton />
      ) : access.isReadOnly ? (
        lock
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
