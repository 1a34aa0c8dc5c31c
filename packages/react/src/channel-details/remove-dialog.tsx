import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { useRemoveChannel } from '../queries/channel-mutations.ts';

export interface RemoveDialogProps {
  channel: Channel;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: () => void;
}

export function RemoveDialog({ channel, open, onOpenChange, onDone }: RemoveDialogProps) {
  const messages = useMessages();
  const { channelDetails: words } = messages;
  const remove = useRemoveChannel();
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(isOpen) => {
        remove.reset();
        onOpenChange(isOpen);
      }}
      title={words.removeTitle(channel.name)}
      text={words.removeConfirm}
      confirmLabel={words.remove}
      cancelLabel={words.keep}
      isDangerous
      isPending={remove.isPending}
      error={remove.isError ? describeProblem(messages, remove.error) : undefined}
      // The row goes away with the channel, and this dialog with it: what follows must not wait for either.
      onConfirm={() => void remove.mutateAsync(channel.id).then(onDone, () => {})}
    />
  );
}
