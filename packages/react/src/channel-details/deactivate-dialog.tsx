import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { useDeactivateChannel } from '../queries/channel-mutations.ts';

export interface DeactivateDialogProps {
  channel: Channel;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Told of the click. */
  onConfirm: () => void;
  onDone: () => void;
}

export function DeactivateDialog({ channel, open, onOpenChange, onConfirm, onDone }: DeactivateDialogProps) {
  const messages = useMessages();
  const { channelDetails: words } = messages;
  const deactivate = useDeactivateChannel();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => {
        deactivate.reset();
        onOpenChange(isOpen);
      }}
      title={words.deactivateTitle(channel.name)}
      text={`${words.deactivateStops} ${words.deactivateKeeps}`}
      confirmLabel={words.deactivate}
      cancelLabel={words.keepActive}
      isDangerous
      isPending={deactivate.isPending}
      error={deactivate.isError ? describeProblem(messages, deactivate.error) : undefined}
      onConfirm={() => {
        onConfirm();
        deactivate.mutate(channel.id, { onSuccess: onDone });
      }}
    />
  );
}
