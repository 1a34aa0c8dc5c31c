import type { Connection, Context } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { useEffect, useId, useRef, useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { ErrorBoundary } from '../primitives/error-boundary.tsx';
import { Notice } from '../primitives/notice.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useChannels } from '../queries/channels.ts';
import { useConnections } from '../queries/connections.ts';
import { accessOf } from '../sales-channels/access.ts';
import { SectionHeaderView } from '../sales-channels/section-header.view.tsx';
import { UpgradeButton } from '../sales-channels/upgrade-button.tsx';
import { ConnectProvider } from './connect-provider.tsx';
import { connectionLimit } from './connection-limit.ts';
import { ConnectionListSkeleton, ConnectionListView } from './connection-list.view.tsx';
import { ConnectionRow } from './connection-row.tsx';
import { LimitNoteView } from './limit-note.view.tsx';

export interface AccountingSectionProps {
  context: Context;
  onManageHostConnection?: ((connection: Connection) => void) | undefined;
}

/** The companies whose books are connected, and the way to one more. */
export function AccountingSection({ context, onManageHostConnection }: AccountingSectionProps) {
  const messages = useMessages();
  const { connections: words, common } = messages;
  const { emit, helpLinks } = useSalesChannels('AccountingSection');
  const titleId = useId();
  const query = useConnections();
  const channels = useChannels().data?.items ?? [];
  const connections = query.data?.items ?? [];
  const [title, news, setSignedInTo] = useSignedIn(connections.length);
  const access = accessOf(context);
  const canManage = access.canManage && !access.isReadOnly;
  const limit = connectionLimit(connections, context.entitlements);
  const isEmpty = query.data !== undefined && connections.length === 0;
  const isLocked = query.error instanceof ApiProblem && query.error.code === 'plan_required';

  const retry = <Button onClick={() => void query.refetch()}>{common.retry}</Button>;
  const connect = canManage && limit === null && (
    <div className="sc-connect-providers">
      {context.providers.map((provider) => (
        <ConnectProvider key={provider.id} provider={provider} isFirst={isEmpty} onSignedIn={setSignedInTo} />
      ))}
    </div>
  );
  const renderRow = (connection: Connection) => (
    <ErrorBoundary key={connection.id} onError={(error) => emit('onError', error)} Fallback={BrokenRow}>
      <ConnectionRow
        connection={connection}
        channel={channels.find(({ id }) => id === connection.channelId)}
        canManage={canManage}
        hasRoom={limit === null}
        timeZone={context.timeZone}
        onManageHostConnection={onManageHostConnection}
      />
    </ErrorBoundary>
  );

  return (
    <section className="sc-section" aria-labelledby={titleId}>
      <SectionHeaderView ref={title} id={titleId} title={words.accountingTitle} help={helpLinks.accounting} />
      <output className="sc-visually-hidden">{news}</output>
      {query.isPending && <ConnectionListSkeleton />}
      {query.data === undefined && isLocked && (
        <div className="sc-card">
          <EmptyState
            icon="locked"
            title={words.lockedTitle}
            action={
              <UpgradeButton
                requiredPlan={context.entitlements.salesTracking.requiredPlan}
                reason="plan_required"
              />
            }
          >
            {describeProblem(messages, query.error)}
          </EmptyState>
        </div>
      )}
      {query.data === undefined && query.isError && !isLocked && (
        <div className="sc-card" role="alert">
          <EmptyState icon="error" title={words.failedTitle} action={retry}>
            {describeProblem(messages, query.error)}
          </EmptyState>
        </div>
      )}
      {query.data !== undefined && query.isError && (
        <Notice tone="warning" title={words.failedTitle} action={retry}>
          {describeProblem(messages, query.error)}
        </Notice>
      )}
      {isEmpty && (
        <div className="sc-card">
          <EmptyState
            icon="accounting"
            title={words.emptyTitle}
            action={limit === null ? connect : <LimitNoteView {...limit} />}
          >
            {canManage ? words.emptyText(context.providers[0]?.name ?? '') : words.emptyForReader}
          </EmptyState>
        </div>
      )}
      {connections.length > 0 && (
        <ConnectionListView
          connections={connections}
          renderRow={renderRow}
          footer={canManage && limit !== null ? <LimitNoteView {...limit} /> : connect}
        />
      )}
    </section>
  );
}

/** What to read out of a sign-in to a new company. Once its button is gone the focus goes to the title rather than nowhere. */
function useSignedIn(count: number) {
  const { authorizationWindow } = useMessages();
  const title = useRef<HTMLHeadingElement>(null);
  const [provider, setProvider] = useState<string | null>(null);
  useEffect(() => {
    if (provider !== null && count > 0 && document.activeElement === document.body) title.current?.focus();
  }, [provider, count]);
  return [title, provider === null ? '' : authorizationWindow.succeeded(provider), setProvider] as const;
}

function BrokenRow() {
  return (
    <li className="sc-connection">
      <Notice tone="danger">{useMessages().connections.brokenRow}</Notice>
    </li>
  );
}
