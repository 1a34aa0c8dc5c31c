import type { Connection } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useDisconnect } from '../queries/connection-mutations.ts';
import { DisconnectDialogView } from './disconnect-dialog.view.tsx';

export interface DisconnectDialogProps {
  connection: Connection;
  /** What else it is used for. */
  uses: readonly string[];
  /** The sales channel on it; null when there is none. */
  channelName: string | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function DisconnectDialog({
  connection,
  uses,
  channelName,
  open,
  onOpenChange,
}: DisconnectDialogProps) {
  const messages = useMessages();
  const disconnect = useDisconnect();
  return (
    <DisconnectDialogView
      companyName={connection.companyName}
      providerName={connection.providerName}
      channelName={channelName}
      uses={uses}
      open={open}
      onOpenChange={(isOpen) => {
        disconnect.reset();
        onOpenChange(isOpen);
      }}
      isPending={disconnect.isPending}
      error={disconnect.isError ? describeProblem(messages, disconnect.error) : undefined}
      onConfirm={() => disconnect.mutate(connection.id, { onSuccess: () => onOpenChange(false) })}
    />
  );
}
