import type { Connection } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';

export interface ConnectionActionsViewProps {
  status: Connection['status'];
  /** Whether a new sign-in helps: it is not connected, or not for long. */
  needsSignIn: boolean;
  /** What the connection is called. */
  title: string;
  /** Whether it was signed in to here. Another one is the host's business. */
  isOurs: boolean;
  isSigningIn: boolean;
  /** Whether the plan has room for it once it is connected again. */
  hasRoom: boolean;
  onSignIn: () => void;
  onDisconnect: () => void;
  onManage: (() => void) | undefined;
}

/** Connecting and disconnecting stand in the same place, and never both at once. */
export function ConnectionActionsView(props: ConnectionActionsViewProps) {
  const { connections: words, common } = useMessages();
  const { status, isOurs } = props;
  const of = words.ofConnection(props.title);

  if (!isOurs) {
    return (
      props.onManage !== undefined && (
        <Button size="small" onClick={props.onManage}>
          {words.manageAtHost}
          <VisuallyHidden>{of}</VisuallyHidden>
        </Button>
      )
    );
  }
  return (
    <>
      {props.needsSignIn && (status !== 'disconnected' || props.hasRoom) && status !== 'unknown' && (
        // It stays in its place while the sign-in is under way, so that the focus does too.
        <Button
          key="sign-in"
          size="small"
          icon="external"
          aria-disabled={props.isSigningIn}
          onClick={props.onSignIn}
        >
          {status === 'disconnected' ? words.connectAgain : words.reconnect}
          <VisuallyHidden>
            {of}, {common.opensNewWindow}
          </VisuallyHidden>
        </Button>
      )}
      {(status === 'reconnect_required' || status === 'connected') && (
        <Button key="disconnect" size="small" variant="quiet" onClick={props.onDisconnect}>
          {words.disconnect}
          <VisuallyHidden>{of}</VisuallyHidden>
        </Button>
      )}
    </>
  );
}
