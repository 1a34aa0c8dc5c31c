import { useId, useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Switch } from '../primitives/checkbox.tsx';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import { useSetSalesTracking } from '../queries/context.ts';

export interface TrackingSwitchProps {
  isOn: boolean;
  /** Why it cannot be turned on now; null when it can. */
  prerequisite: string | null;
}

// Dialogs are a sixth of what the tab would load at first, and not needed for looking at it.
const loadQuestion = async () => (await import('../primitives/confirm-dialog.tsx')).ConfirmDialog;

/** Turning off asks first; turning on does not. */
export function TrackingSwitch({ isOn, prerequisite }: TrackingSwitchProps) {
  const messages = useMessages();
  const { tracking } = messages;
  const reasonId = useId();
  const [isAsking, setAsking] = useState(false);
  const setTracking = useSetSalesTracking();
  const failure = setTracking.isError ? describeProblem(messages, setTracking.error) : undefined;
  const obstacle = isOn || prerequisite === null ? failure : tracking.prerequisite(prerequisite);

  return (
    <>
      <Switch
        checked={isOn}
        disabled={!isOn && prerequisite !== null}
        aria-describedby={obstacle === undefined ? undefined : reasonId}
        onChange={() => {
          setTracking.reset();
          if (isOn) setAsking(true);
          else setTracking.mutate(true);
        }}
      >
        {tracking.label}
      </Switch>
      {obstacle !== undefined && !isAsking && (
        <p id={reasonId} role="alert" className="sc-tracking-obstacle">
          {obstacle}
        </p>
      )}
      <LazyDialog
        title={tracking.disableTitle}
        load={loadQuestion}
        dialog={{
          open: isAsking,
          onOpenChange: setAsking,
          title: tracking.disableTitle,
          text: tracking.disableText,
          confirmLabel: tracking.disable,
          cancelLabel: tracking.keepOn,
          isDangerous: true,
          isPending: setTracking.isPending,
          error: failure,
          onConfirm: () => setTracking.mutate(false, { onSuccess: () => setAsking(false) }),
        }}
      />
    </>
  );
}
