import { useState } from 'react';
import { isAuthorizationReturn } from '../authorization-window/authorization-return.ts';
import type { ConnectWizardProps } from '../connect-wizard/connect-wizard.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import { loadConnectWizard } from './load-connect-wizard.ts';

const load = async () => (await loadConnectWizard()).ConnectWizard;

/** Loads the wizard when it is opened, or when the page is the return from a sign-in, which the wizard takes up. */
export function LazyConnectWizard(dialog: Pick<ConnectWizardProps, 'open' | 'onOpenChange'>) {
  const { title } = useMessages().connectWizard;
  // Asked once: the wizard takes the return out of the address.
  const [isReturn] = useState(() => typeof window !== 'undefined' && isAuthorizationReturn(window));
  return <LazyDialog<ConnectWizardProps> title={title} load={load} dialog={dialog} loadsClosed={isReturn} />;
}
