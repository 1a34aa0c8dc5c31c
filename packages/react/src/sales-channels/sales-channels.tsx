import { ApiProblem } from '@sales-channels/contract/client';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Root } from '../provider/root.tsx';
import { useContextQuery } from '../queries/context.ts';
import type { SalesTableProps } from '../sales/sales-table.tsx';
import { ChannelListSkeleton } from './channel-list.view.tsx';
import { SalesTab } from './sales-tab.tsx';
import { WidgetBoundary } from './widget-boundary.tsx';

export interface SalesChannelsProps extends Pick<SalesTableProps, 'filters' | 'onFiltersChange'> {
  className?: string;
}

/** The Sales tab: the business' sales channels, and the sales they brought. */
export function SalesChannels({ className, ...sales }: SalesChannelsProps) {
  return (
    <Root {...(className === undefined ? {} : { className })}>
      <WidgetBoundary>
        <ContextGate {...sales} />
      </WidgetBoundary>
    </Root>
  );
}

function ContextGate(sales: Pick<SalesTableProps, 'filters' | 'onFiltersChange'>) {
  const messages = useMessages();
  const { tracking, channels, common } = messages;
  const query = useContextQuery();

  if (query.data !== undefined) return <SalesTab context={query.data} {...sales} />;
  if (query.isPending) return <ChannelListSkeleton />;
  if (query.error instanceof ApiProblem && query.error.code === 'forbidden') {
    return (
      <div className="sc-card">
        <EmptyState icon="locked" title={tracking.noReadTitle}>
          {tracking.noReadText}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="sc-card" role="alert">
      <EmptyState
        icon="error"
        title={channels.failedTitle}
        action={<Button onClick={() => void query.refetch()}>{common.retry}</Button>}
      >
        {describeProblem(messages, query.error)}
      </EmptyState>
    </div>
  );
}
