import type { Connection } from '@sales-channels/contract';
import { signsInHere } from '../authorization-window/signs-in-here.ts';
import type { Messages } from '../messages/messages.ts';
import type { Tone } from '../primitives/badge.tsx';

interface DescribeOptions {
  messages: Messages;
  canManage: boolean;
  /** The host gave a way to its own place for the connection. */
  isManagedByHost: boolean;
}

/** One sentence on what keeps a connection from being used; null when nothing does. */
export function describeConnection(
  connection: Connection,
  { messages, canManage, isManagedByHost }: DescribeOptions,
): { tone: Tone; text: string } | null {
  const { connections: words } = messages;
  const isOurs = signsInHere(connection);
  const sentences = (...parts: (string | false)[]) => parts.filter(Boolean).join(' ');
  const needsPermission = isOurs && !canManage && words.needsPermission;
  switch (connection.status) {
    case 'reconnect_required':
      return {
        tone: 'warning',
        text: sentences(
          words.reconnectRequired(connection.providerName),
          !isOurs && !isManagedByHost && words.reconnectAtHost,
          needsPermission,
        ),
      };
    case 'disconnected':
      return {
        tone: 'neutral',
        text: sentences(isOurs ? words.disconnected : words.disconnectedAtHost, needsPermission),
      };
    default:
      return null;
  }
}
