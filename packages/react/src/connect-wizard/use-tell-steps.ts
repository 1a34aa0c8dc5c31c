import { useEffect, useRef } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { WizardStepId } from './connect-wizard.machine.ts';

/** Tells the host that the wizard was opened and which steps it shows. Answers with what to call when somebody closes it. */
export function useTellSteps(step: WizardStepId): () => void {
  const { emit } = useSalesChannels('useTellSteps');
  const told = useRef<WizardStepId | null>(null);
  useEffect(() => {
    // An effect that runs twice tells nothing twice.
    if (told.current === step) return;
    if (told.current === null) emit('onEvent', { name: 'wizard_opened' });
    told.current = step;
    emit('onEvent', { name: 'wizard_step', step });
  }, [step, emit]);
  return () => emit('onEvent', { name: 'wizard_left', step });
}
