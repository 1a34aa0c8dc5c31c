import type { ComponentType } from 'react';
import { lazy, Suspense, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Notice } from './notice.tsx';

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
}

// React keeps that a load failed, so each attempt is a component of its own.
const newAttempt = <P extends Opening>(load: LazyDialogProps<P>['load'], id = 1) => ({
  id,
  hasFailed: false,
  Loaded: lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>,
});

/** A dialog that is loaded when it is first opened, and stays mounted from then on. */
export function LazyDialog<P extends Opening>({ title, load, dialog }: LazyDialogProps<P>) {
  const { emit } = useSalesChannels('LazyDialog');
  const { open, onOpenChange } = dialog;
  const [wasOpened, setWasOpened] = useState(open);
  const [{ id, hasFailed, Loaded }, setAttempt] = useState(() => newAttempt(load));
  if (open && !wasOpened) setWasOpened(true);
  if (!wasOpened) return null;

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
        <BrokenDialog
          open={open}
          onOpenChange={onOpenChange}
          title={title}
          onRetry={() => setAttempt(newAttempt(load, id + 1))}
        />
      )}
    </>
  );
}

const Nothing = () => null;

function BrokenDialog({ title, onRetry, ...opening }: Opening & { title: string; onRetry: () => void }) {
  const { common } = useMessages();
  return (
    <Dialog {...opening} title={title}>
      <Notice
        tone="danger"
        role="alert"
        title={common.brokenTitle}
        action={<Button onClick={onRetry}>{common.retry}</Button>}
      >
        {common.brokenText}
      </Notice>
    </Dialog>
  );
}
