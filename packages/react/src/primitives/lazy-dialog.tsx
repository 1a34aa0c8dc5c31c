import type { ComponentType } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { BrokenDialog } from './broken-dialog.tsx';
import { ErrorBoundary } from './error-boundary.tsx';

interface Opening {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export interface LazyDialogProps<P extends Opening> {
  /** Its title while it could not be loaded. */
  title: string;
  load: () => Promise<ComponentType<P>>;
  /** The props of the dialog that is loaded. */
  dialog: P;
  /** It has something to do though it is closed, e.g. to take up a sign-in the page came back from. */
  loadsClosed?: boolean;
}

// React keeps that a load failed, so each attempt is a component of its own.
const newAttempt = <P extends Opening>(load: LazyDialogProps<P>['load'], id = 1) => ({
  id,
  hasFailed: false,
  Loaded: lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>,
});

/** A dialog that is loaded when it is first opened, and stays mounted from then on. What failed is tried anew when it is opened anew. */
export function LazyDialog<P extends Opening>({
  title,
  load,
  dialog,
  loadsClosed = false,
}: LazyDialogProps<P>) {
  const { emit } = useSalesChannels('LazyDialog');
  const { open, onOpenChange } = dialog;
  const [isWanted, setWanted] = useState(open || loadsClosed);
  const [{ id, hasFailed, Loaded }, setAttempt] = useState(() => newAttempt(load));
  const retry = () => setAttempt(newAttempt(load, id + 1));
  if (open && !isWanted) setWanted(true);
  if (isWanted && hasFailed && !open && !loadsClosed) {
    setWanted(false);
    retry();
  }
  if (!isWanted) return null;

  const onError = (error: Error) => {
    setAttempt((attempt) => ({ ...attempt, hasFailed: true }));
    emit('onError', error);
  };
  return (
    <>
      <ErrorBoundary key={id} onError={onError} Fallback={Nothing}>
        <Suspense fallback={null}>
          <Loaded {...dialog} />
        </Suspense>
      </ErrorBoundary>
      {hasFailed && (
        <BrokenDialog title={title} isAsked={open} onClose={() => onOpenChange(false)} onRetry={retry} />
      )}
    </>
  );
}

const Nothing = () => null;
