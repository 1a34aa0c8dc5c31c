import { useRef } from 'react';
import type { FieldErrors, UseFormReturn } from 'react-hook-form';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { LineView } from './line.view.tsx';
import type { ManualSaleValues } from './manual-sale-values.ts';

export interface LineListViewProps {
  form: UseFormReturn<ManualSaleValues>;
  values: ManualSaleValues;
  errors: FieldErrors<ManualSaleValues>;
  lineIds: readonly string[];
  /** Each line's, a decimal string; null while it is not known. */
  amounts: readonly (string | null)[];
  hasProducts: boolean;
  onAddLine: () => void;
  onRemoveLine: (index: number) => void;
}

const MAX_LINES = 200;

export function LineListView(props: LineListViewProps) {
  const { manualSale: words } = useMessages();
  const { lineIds, values } = props;
  const add = useRef<HTMLButtonElement>(null);
  return (
    <fieldset className="sc-sale-lines">
      <legend>{words.lines}</legend>
      {lineIds.map((id, index) => (
        <LineView
          key={id}
          form={props.form}
          index={index}
          values={values.lines[index]}
          currency={values.currency}
          errors={props.errors.lines?.[index]}
          amount={props.amounts[index] ?? null}
          hasProducts={props.hasProducts}
          isOnly={lineIds.length === 1}
          onRemove={() => {
            // What had the focus is about to go.
            add.current?.focus();
            props.onRemoveLine(index);
          }}
        />
      ))}
      <div>
        <Button
          ref={add}
          size="small"
          icon="add"
          aria-disabled={lineIds.length >= MAX_LINES}
          onClick={props.onAddLine}
        >
          {words.addLine}
        </Button>
      </div>
    </fieldset>
  );
}
