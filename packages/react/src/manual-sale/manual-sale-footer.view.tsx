import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';

export interface ManualSaleFooterViewProps {
  formId: string;
  isComplete: boolean;
  isSubmitting: boolean;
  onClose: () => void;
}

/** While something is missing the button looks and says so; pressed all the same, it shows where. */
export function ManualSaleFooterView(props: ManualSaleFooterViewProps) {
  const { manualSale: words, common } = useMessages();
  const reasonId = useId();
  return (
    <>
      {!props.isComplete && (
        <p id={reasonId} className="sc-dialog-footer-text">
          {words.incomplete}
        </p>
      )}
      <Button aria-disabled={props.isSubmitting} onClick={props.onClose}>
        {common.cancel}
      </Button>
      <Button
        type="submit"
        form={props.formId}
        variant="primary"
        isPending={props.isSubmitting}
        aria-disabled={!props.isComplete}
        aria-describedby={props.isComplete ? undefined : reasonId}
        // Pressing it takes the focus from no field: a fault shown on leaving one would move the button from under the pointer.
        onMouseDown={(event) => event.preventDefault()}
      >
        {words.create}
      </Button>
    </>
  );
}
