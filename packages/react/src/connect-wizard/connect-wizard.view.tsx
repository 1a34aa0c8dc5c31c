import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { isNo } from '../messages/is-clear-no.ts';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Notice } from '../primitives/notice.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import type { Refusal, WizardStep, WizardStepId } from './connect-wizard.machine.ts';
import type { DoneStepViewProps } from './done-step.view.tsx';
import { DoneStepView } from './done-step.view.tsx';
import type { SourceStepViewProps } from './source-step.view.tsx';
import { SourceStepView } from './source-step.view.tsx';
import type { StartDateStepViewProps } from './start-date-step.view.tsx';
import { StartDateStepView } from './start-date-step.view.tsx';
import { StepListView } from './step-list.view.tsx';
import type { WizardFooterViewProps } from './wizard-footer.view.tsx';
import { WizardFooterView } from './wizard-footer.view.tsx';

export type WizardScreen =
  | ({ id: 'source' } & Omit<SourceStepViewProps, 'titleId'>)
  | ({ id: 'start-date' } & Omit<StartDateStepViewProps, 'formId'>)
  | ({ id: 'done' } & DoneStepViewProps);

export interface ConnectWizardViewProps {
  steps: readonly WizardStep[];
  screen: WizardScreen;
  /** Why the last attempt came to nothing. */
  refusal: Refusal | null;
  footer: Omit<WizardFooterViewProps, 'formId' | 'onClose'>;
  isAskingToClose: boolean;
  onClose: () => void;
  onLeave: () => void;
  onStay: () => void;
}

const focusHeading = (event: Event) => {
  event.preventDefault();
  (event.currentTarget as HTMLElement).querySelector<HTMLElement>('.sc-wizard-heading')?.focus();
};

export function ConnectWizardView(props: ConnectWizardViewProps) {
  const { connectWizard: words } = useMessages();
  const { screen, steps } = props;
  const id = useId();
  const titleId = `${id}-title`;
  const formId = `${id}-form`;
  const heading = useFocusOnChange<HTMLHeadingElement>(screen.id);
  const titles: Record<WizardStepId, () => string> = {
    source: () => words.sourceTitle,
    'start-date': () => words.startDateTitle,
    done: () => words.doneTitle(screen.id === 'done' ? (screen.channel.connection?.companyName ?? '') : ''),
  };
  const position = steps.findIndex((step) => step.id === screen.id) + 1;

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      onOpenAutoFocus={focusHeading}
      title={words.title}
      header={<StepListView steps={steps} current={screen.id} />}
      // The key gives each step buttons of its own: a browser would submit the form with the very click that showed it.
      footer={<WizardFooterView key={screen.id} {...props.footer} formId={formId} onClose={props.onClose} />}
    >
      <div className="sc-wizard" key={screen.id}>
        <h3 className="sc-wizard-heading" id={titleId} ref={heading} tabIndex={-1}>
          <VisuallyHidden>{words.stepOf(position, steps.length)}:</VisuallyHidden> {titles[screen.id]()}
        </h3>
        {props.refusal !== null && (
          <RefusalNotice
            {...props.refusal}
            providerName={screen.id === 'source' ? (screen.providers[0]?.name ?? '') : ''}
            isToChooseAgain={screen.id === 'source'}
          />
        )}
        {renderScreen(screen, titleId, formId)}
      </div>
      <ConfirmDialog
        open={props.isAskingToClose}
        onOpenChange={(open) => !open && props.onStay()}
        title={words.closeTitle}
        text={words.closeText}
        confirmLabel={words.leave}
        cancelLabel={words.stay}
        onConfirm={props.onLeave}
      />
    </Dialog>
  );
}

interface RefusalNoticeProps extends Refusal {
  providerName: string;
  isToChooseAgain: boolean;
}

function RefusalNotice({ failure, of, providerName, isToChooseAgain }: RefusalNoticeProps) {
  const messages = useMessages();
  const { connectWizard: words, authorizationWindow } = messages;
  // Without a clear answer nobody knows whether the channel was made.
  const isUnanswered = of === 'submit' && !isNo(failure);
  const titles: Record<Refusal['of'], string> = {
    sign_in: authorizationWindow.failedTitle(providerName),
    signed_in_company: words.refusedTitle,
    submit: isUnanswered ? words.unansweredTitle : words.refusedTitle,
    activation: words.reactivateRefused,
  };
  return (
    <Notice tone={isUnanswered ? 'warning' : 'danger'} role="alert" title={titles[of]}>
      {describeProblem(messages, failure)}
      {isUnanswered && ` ${words.unansweredText}`}
      {of === 'submit' && isToChooseAgain && ` ${words.changedText}`}
    </Notice>
  );
}

function renderScreen(screen: WizardScreen, titleId: string, formId: string): ReactNode {
  switch (screen.id) {
    case 'source':
      return <SourceStepView {...screen} titleId={titleId} />;
    case 'start-date':
      return <StartDateStepView {...screen} formId={formId} />;
    default:
      return <DoneStepView {...screen} />;
  }
}

/** Focuses the element whenever `value` changes, not when it first appears. */
function useFocusOnChange<T extends HTMLElement>(value: string) {
  const element = useRef<T>(null);
  const shown = useRef(value);
  useEffect(() => {
    if (shown.current === value) return;
    shown.current = value;
    element.current?.focus();
  }, [value]);
  return element;
}
