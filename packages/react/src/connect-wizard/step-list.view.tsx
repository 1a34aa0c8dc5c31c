import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import type { WizardStep, WizardStepId } from './connect-wizard.machine.ts';

export interface StepListViewProps {
  steps: readonly WizardStep[];
  current: WizardStepId;
}

export function StepListView({ steps, current }: StepListViewProps) {
  const words = useMessages().connectWizard;
  const names: Record<WizardStepId, string> = {
    source: words.stepSource,
    'start-date': words.stepStartDate,
    done: words.stepDone,
  };
  return (
    <ol className="sc-wizard-steps" aria-label={words.stepsLabel}>
      {steps.map(({ id, isComplete }, index) => (
        <li
          key={id}
          className="sc-wizard-step"
          aria-current={id === current ? 'step' : undefined}
          data-complete={isComplete || undefined}
        >
          <span className="sc-wizard-step-mark" aria-hidden="true">
            {isComplete ? <Icon name="check" size={12} /> : index + 1}
          </span>
          {names[id]}
          {isComplete && <VisuallyHidden>, {words.stepComplete}</VisuallyHidden>}
        </li>
      ))}
    </ol>
  );
}
