import type { Connection } from '@sales-channels/contract';
import type { ReactNode, Ref } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Icon } from '../primitives/icon.tsx';
import { connectionLooks } from './connection-looks.ts';

export interface ConnectionRowViewProps {
  connection: Connection;
  title: string;
  /** The row's title, which can take the focus. */
  titleRef?: Ref<HTMLHeadingElement>;
  /** What it is used for. */
  uses: readonly string[];
  /** The day it was connected, as people write it. */
  connectedOn: string;
  /** The day its authorization ends, as people write it; null while that is far off. */
  endsOn: string | null;
  /** What may be done with it. */
  actions?: ReactNode;
  /** What is wrong with it, and what comes of signing in. */
  children?: ReactNode;
}

export function ConnectionRowView({
  connection,
  title,
  titleRef,
  uses,
  connectedOn,
  endsOn,
  actions,
  children,
}: ConnectionRowViewProps) {
  const { connections: words } = useMessages();
  const look = connectionLooks[connection.status];
  return (
    <li className="sc-connection" data-status={connection.status} aria-label={title}>
      <span className="sc-connection-mark">
        <Icon name="quickbooks" size={18} />
      </span>
      <div className="sc-connection-main">
        <h3 ref={titleRef} className="sc-connection-title" tabIndex={-1}>
          <bdi>{title}</bdi>
        </h3>
        <ul className="sc-connection-facts">
          <li>{words.ownerships[connection.ownership]}</li>
          <li>
            {connection.status === 'disconnected'
              ? words.wasConnected(connectedOn)
              : words.since(connectedOn)}
          </li>
          {endsOn !== null && <li>{words.signInEnds(endsOn)}</li>}
          {uses.length === 0 && <li>{words.unused}</li>}
        </ul>
        {uses.length > 0 && (
          <ul className="sc-connection-uses" aria-label={words.usesLabel}>
            {uses.map((use) => (
              <li key={use}>
                <Badge>{use}</Badge>
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
      <div className="sc-connection-side">
        <Badge tone={look.tone} icon={look.icon}>
          {words.statuses[connection.status]}
        </Badge>
        {actions}
      </div>
    </li>
  );
}
