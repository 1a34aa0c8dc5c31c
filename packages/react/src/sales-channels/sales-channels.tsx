import { useMessages } from '../messages/use-messages.ts';
import { Root } from '../provider/root.tsx';
import type { SalesTableProps } from '../sales/sales-table.tsx';
import { ChannelListSkeleton } from './channel-list.view.tsx';
import { ContextGate } from './context-gate.tsx';
import { SalesTab } from './sales-tab.tsx';
import { WidgetBoundary } from './widget-boundary.tsx';

export interface SalesChannelsProps extends Omit<SalesTableProps, 'today'> {
  className?: string;
}

/** The Sales tab: the business' sales channels, and the sales they brought. */
export function SalesChannels({ className, ...sales }: SalesChannelsProps) {
  const { tracking, channels } = useMessages();
  return (
    <Root {...(className === undefined ? {} : { className })}>
      <WidgetBoundary>
        <ContextGate
          skeleton={<ChannelListSkeleton />}
          failedTitle={channels.failedTitle}
          noReadTitle={tracking.noReadTitle}
          noReadText={tracking.noReadText}
        >
          {(context) => <SalesTab context={context} {...sales} />}
        </ContextGate>
      </WidgetBoundary>
    </Root>
  );
}
