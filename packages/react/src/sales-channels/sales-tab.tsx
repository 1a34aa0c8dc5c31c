import type { Context } from '@sales-channels/contract';
import { useEffect, useRef } from 'react';
import { CreateSaleButton } from '../manual-sale/create-sale-button.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { useChannels } from '../queries/channels.ts';
import type { SalesTableProps } from '../sales/sales-table.tsx';
import { SalesTable } from '../sales/sales-table.tsx';
import { accessOf } from './access.ts';
import { ChannelListSkeleton } from './channel-list.view.tsx';
import { ChannelsSection } from './channels-section.tsx';
import { PlanLock } from './plan-lock.tsx';
import { TrackingOff } from './tracking-off.tsx';
import { WidgetBoundary } from './widget-boundary.tsx';

export interface SalesTabProps extends Omit<SalesTableProps, 'today'> {
  context: Context;
}

/** What the tab shows, by plan and by whether sales tracking is on. Channels there are stay visible in every case. */
export function SalesTab({ context, ...sales }: SalesTabProps) {
  const access = accessOf(context);
  const { manualSale } = useMessages();
  const [tab, moveFocusOnceOn] = useFocusOnceOn(access.isTrackingOn);
  const channels = useChannels();
  const hasChannels = channels.data !== undefined && channels.data.items.length > 0;
  const isOn = access.isTrackingOn && !access.isReadOnly;

  return (
    <div className="sc-tab" ref={tab}>
      {access.isReadOnly && <PlanLock plan={context.entitlements.salesTracking.requiredPlan} />}
      {isOn || hasChannels ? (
        <>
          <WidgetBoundary>
            <ChannelsSection
              access={access}
              manualActions={
                <CreateSaleButton size="small" icon="add">
                  {manualSale.open}
                </CreateSaleButton>
              }
            />
          </WidgetBoundary>
          <WidgetBoundary>
            <SalesTable today={context.today} {...sales} />
          </WidgetBoundary>
        </>
      ) : channels.isPending ? (
        <ChannelListSkeleton />
      ) : (
        !access.isReadOnly && <TrackingOff context={context} onEnable={moveFocusOnceOn} />
      )}
    </div>
  );
}

/** The button that turns sales tracking on goes away with its success; the focus goes to the title of what comes. */
function useFocusOnceOn(isOn: boolean) {
  const tab = useRef<HTMLDivElement>(null);
  const isWaiting = useRef(false);
  useEffect(() => {
    if (!isOn || !isWaiting.current) return;
    isWaiting.current = false;
    tab.current?.querySelector('h2')?.focus();
  }, [isOn]);
  return [tab, () => void (isWaiting.current = true)] as const;
}
