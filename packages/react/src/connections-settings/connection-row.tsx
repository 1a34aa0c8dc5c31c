import type { Channel, Connection } from '@sales-channels/contract';
import { useRef, useState } from 'react';
import { AuthorizationStatusView } from '../authorization-window/authorization-status.view.tsx';
import { endsSoon, endsVerySoon } from '../authorization-window/ends-soon.ts';
import { signsInHere } from '../authorization-window/signs-in-here.ts';
import { useAuthorizationAttempt } from '../authorization-window/use-authorization-attempt.ts';
import { dateInTimeZone } from '../dates/date-in-time-zone.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useNow } from '../primitives/use-now.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { TroubleView } from '../sales-channels/trouble.view.tsx';
import { useAfterAction } from '../sales-channels/use-after-action.ts';
import { useFocusAfterClose } from '../sales-channels/use-focus-after-close.ts';
import { ConnectionActionsView } from './connection-actions.view.tsx';
import { ConnectionRowView } from './connection-row.view.tsx';
import { allUses } from './connection-uses.ts';
import { describeConnection } from './describe-connection.ts';
import { DisconnectDialog } from './disconnect-dialog.tsx';
import { useNoteRedirect } from './settings-return.ts';

export interface ConnectionRowProps {
  connection: Connection;
  /** The sales channel on it. */
  channel: Channel | undefined;
  canManage: boolean;
  /** Whether the plan has room for one more live connection. */
  hasRoom: boolean;
  timeZone: string;
  onManageHostConnection?: ((connection: Connection) => void) | undefined;
}

export function ConnectionRow({ connection, channel, canManage, hasRoom, ...props }: ConnectionRowProps) {
  const messages = useMessages();
  const { format } = useSalesChannels('ConnectionRow');
  const { id, provider, providerName, companyName, status, authorizationEndsAt: endsAt } = connection;
  const now = useNow();
  const title = `${providerName} · ${companyName}`;
  const [isDisconnecting, setDisconnecting] = useState(false);
  const titleRef = useRef<HTMLHeadingElement>(null);
  useFocusAfterClose(isDisconnecting, titleRef);
  const needsSignIn = status !== 'connected' || endsVerySoon(endsAt, now);
  const [announcement, onSignInBegun] = useAfterAction(
    needsSignIn,
    `${title}: ${messages.connections.statuses[status]}`,
    titleRef,
  );
  const isOurs = signsInHere(connection);
  const signIn = useAuthorizationAttempt(isOurs ? { provider, connectionId: id } : null, onSignInBegun);
  useNoteRedirect(signIn.state);
  const onManage = props.onManageHostConnection;
  const trouble = describeConnection(connection, {
    messages,
    canManage,
    isManagedByHost: onManage !== undefined,
  });

  return (
    <ConnectionRowView
      connection={connection}
      title={title}
      titleRef={titleRef}
      uses={allUses(connection, channel, messages)}
      endsOn={endsAt !== null && endsSoon(endsAt, now) ? format.day(endsAt) : null}
      connectedOn={format.date(dateInTimeZone(connection.connectedAt, props.timeZone))}
      actions={
        canManage && (
          <ConnectionActionsView
            status={status}
            needsSignIn={needsSignIn}
            title={title}
            isOurs={isOurs}
            isSigningIn={signIn.isUnderWay}
            hasRoom={hasRoom}
            onSignIn={signIn.open}
            onDisconnect={() => setDisconnecting(true)}
            onManage={onManage && (() => onManage(connection))}
          />
        )
      }
    >
      {trouble !== null && <TroubleView {...trouble} />}
      {isOurs && needsSignIn && (
        <AuthorizationStatusView
          state={signIn.state}
          providerName={providerName}
          onTryAgain={signIn.open}
          onSignInHere={signIn.redirect}
          onShowWindow={signIn.showWindow}
          onCancelSignIn={signIn.cancel}
        />
      )}
      <output className="sc-visually-hidden">{announcement}</output>
      {isOurs && (
        <DisconnectDialog
          connection={connection}
          uses={connection.uses}
          channelName={connection.channelId === null ? null : (channel?.name ?? companyName)}
          open={isDisconnecting}
          onOpenChange={setDisconnecting}
        />
      )}
    </ConnectionRowView>
  );
}
