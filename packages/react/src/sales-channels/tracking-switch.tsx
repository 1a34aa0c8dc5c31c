import { useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Switch } from '../primitives/checkbox.tsx';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { useSetSalesTracking } from '../queries/context.ts';

/** Turning off asks first; turning on does not. */
export function TrackingSwitch({ isOn, canTurnOn }: { isOn: boolean; canTurnOn: boolean }) {
  const messages = useMessages();
  const { tracking } = messages;
  const [isAsking, setAsking] = useState(false);
  const setTracking = useSetSalesTracking();
  const turnOff = () => setTracking.mutate(false, { onSuccess: () => setAsking(false) });

  return (
    <>
      <Switch
        checked={isOn}
        disabled={!isOn && !canTurnOn}
        onChange={() => {
          setTracking.reset();
          if (isOn) setAsking(true);
          else setTracking.mutate(true);
        }}
      >
        {tracking.label}
      </Switch>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={tracking.disableTitle}
        text={tracking.disableText}
        confirmLabel={tracking.disable}
        cancelLabel={tracking.keepOn}
        isDangerous
        isPending={setTracking.isPending}
        error={setTracking.isError ? describeProblem(messages, setTracking.error) : undefined}
        onConfirm={turnOff}
      />
    </>
  );
}
