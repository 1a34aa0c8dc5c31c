import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { HelpLink } from '../primitives/help-link.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface WizardFooterViewProps {
  formId: string;
  /** The step's own buttons, beside the way out. */
  buttons:
    | { step: 'source'; canContinue: boolean; isContinueShown: boolean; onContinue: () => void }
    | { step: 'start-date'; isSubmitting: boolean; onBack: () => void }
    | { step: 'done'; canSync: boolean; isSyncStarting: boolean; onSync: () => void };
  onClose: () => void;
}

/** The host's help, and one primary button a step. */
export function WizardFooterView(props: WizardFooterViewProps) {
  const { helpLinks } = useSalesChannels('WizardFooterView');
  return (
    <>
      <HelpLink link={helpLinks.salesChannels} />
      <StepButtons {...props} />
    </>
  );
}

function StepButtons({ formId, buttons, onClose }: WizardFooterViewProps) {
  const { connectWizard: words, common } = useMessages();
  switch (buttons.step) {
    case 'source':
      return (
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          {buttons.isContinueShown && (
            <Button variant="primary" aria-disabled={!buttons.canContinue} onClick={buttons.onContinue}>
              {words.continue}
            </Button>
          )}
        </>
      );
    case 'start-date':
      return (
        <>
          <Button onClick={buttons.onBack} aria-disabled={buttons.isSubmitting}>
            {common.back}
          </Button>
          <Button variant="primary" type="submit" form={formId} isPending={buttons.isSubmitting}>
            {words.submit}
          </Button>
        </>
      );
    default:
      return (
        <>
          <Button variant={buttons.canSync ? 'secondary' : 'primary'} onClick={onClose}>
            {words.finish}
          </Button>
          {buttons.canSync && (
            <Button variant="primary" icon="sync" isPending={buttons.isSyncStarting} onClick={buttons.onSync}>
              {words.syncNow}
            </Button>
          )}
        </>
      );
  }
}
