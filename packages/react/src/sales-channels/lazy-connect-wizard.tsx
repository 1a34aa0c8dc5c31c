import { lazy, Suspense, useState } from 'react';
import { isAuthorizationReturn } from '../authorization-window/authorization-return.ts';
import type { ConnectWizardProps } from '../connect-wizard/connect-wizard.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { ErrorBoundary } from '../primitives/error-boundary.tsx';
import { Notice } from '../primitives/notice.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { loadConnectWizard } from './load-connect-wizard.ts';

type LazyConnectWizardProps = Pick<ConnectWizardProps, 'open' | 'onOpenChange'>;

/** Loads the wizard when it is opened, or when the page is the return from a sign-in, which the wizard takes up. */
export function LazyConnectWizard(props: LazyConnectWizardProps) {
  // Asked once: the wizard takes the return out of the address.
  const [isReturn] = useState(() => typeof window !== 'undefined' && isAuthorizationReturn(window));
  return props.open || isReturn ? <LoadedConnectWizard {...props} /> : null;
}

// React keeps that a load failed, so each attempt is a component of its own.
const newAttempt = (previous?: { id: number }) => ({
  id: (previous?.id ?? 0) + 1,
  hasFailed: false,
  Wizard: lazy(async () => ({ default: (await loadConnectWizard()).ConnectWizard })),
});

function LoadedConnectWizard(props: LazyConnectWizardProps) {
  const { emit } = useSalesChannels('LazyConnectWizard');
  const [{ id, hasFailed, Wizard }, setAttempt] = useState(() => newAttempt());
  const onError = (error: Error) => {
    setAttempt((attempt) => ({ ...attempt, hasFailed: true }));
    emit('onError', error);
  };
  return (
    <>
      <ErrorBoundary key={id} onError={onError} Fallback={Nothing}>
        <Suspense fallback={null}>
          <Wizard {...props} />
        </Suspense>
      </ErrorBoundary>
      {hasFailed && <BrokenConnectWizard {...props} onRetry={() => setAttempt(newAttempt)} />}
    </>
  );
}

const Nothing = () => null;

function BrokenConnectWizard({
  open,
  onOpenChange,
  onRetry,
}: LazyConnectWizardProps & { onRetry: () => void }) {
  const { common, connectWizard } = useMessages();
  const notice = (
    <Notice
      tone="danger"
      role="alert"
      title={common.brokenTitle}
      action={<Button onClick={onRetry}>{common.retry}</Button>}
    >
      {common.brokenText}
    </Notice>
  );
  if (!open) return notice;
  return (
    <Dialog open onOpenChange={onOpenChange} title={connectWizard.title}>
      {notice}
    </Dialog>
  );
}
