import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Notice } from '../primitives/notice.tsx';
import { OneDialog } from '../primitives/one-dialog.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useContextQuery } from '../queries/context.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { scopeOf } from '../queries/scope.ts';
import { ConnectWizardView } from './connect-wizard.view.tsx';
import type { ConnectWizardOptions } from './use-connect-wizard.ts';
import { useConnectWizard } from './use-connect-wizard.ts';
import { useReturnedSignIn } from './use-returned-sign-in.ts';

export interface ConnectWizardProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** A channel was made. The wizard stays open and shows its first sync. */
  onConnected?: (channel: Channel) => void;
  /** Begins at the start date with this connection, if it can have a channel. */
  initialConnectionId?: string;
}

/**
 * Makes a sales channel: where the sales come from, from when on, and the first sync. Keep it mounted while closed: after a
 * sign-in in the whole page it asks to be opened again (`onOpenChange(true)`).
 */
export function ConnectWizard({ open, onOpenChange, onConnected, initialConnectionId }: ConnectWizardProps) {
  const { client } = useSalesChannels('ConnectWizard');
  const context = useContextQuery();
  const { returned, forget } = useReturnedSignIn(() => onOpenChange(true));
  const close = () => {
    forget();
    onOpenChange(false);
  };

  return (
    <OneDialog open={open}>
      {open && context.data === undefined && (
        <ConnectWizardLoading error={context.error} onRetry={() => void context.refetch()} onClose={close} />
      )}
      {open && context.data !== undefined && (
        <OpenConnectWizard
          context={context.data}
          key={scopeOf(client).join()}
          initialConnectionId={returned === null ? (initialConnectionId ?? null) : returned.connectionId}
          initialFailure={returned?.failure ?? null}
          onClose={close}
          onConnected={onConnected}
        />
      )}
    </OneDialog>
  );
}

function OpenConnectWizard(options: ConnectWizardOptions) {
  return <ConnectWizardView {...useConnectWizard(options)} />;
}

interface ConnectWizardLoadingProps {
  error: Error | null;
  onRetry: () => void;
  onClose: () => void;
}

function ConnectWizardLoading({ error, onRetry, onClose }: ConnectWizardLoadingProps) {
  const messages = useMessages();
  return (
    <Dialog open onOpenChange={onClose} title={messages.connectWizard.title}>
      {error === null ? (
        <div className="sc-skeletons" aria-busy="true">
          <Skeleton isBlock height={144} />
          <Skeleton isBlock height={56} />
        </div>
      ) : (
        <Notice
          tone="danger"
          role="alert"
          title={messages.connectWizard.connectionsFailed}
          action={<Button onClick={onRetry}>{messages.common.retry}</Button>}
        >
          {describeProblem(messages, error)}
        </Notice>
      )}
    </Dialog>
  );
}
