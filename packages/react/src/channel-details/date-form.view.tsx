import { useEffect, useRef } from 'react';
import { ImportPreviewView } from '../connect-wizard/import-preview.view.tsx';
import { StockWarningView } from '../connect-wizard/stock-warning.view.tsx';
import { dateInputValue, readDateInput } from '../dates/date-input.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Field } from '../primitives/field.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { DateChange } from './use-date-change.ts';

export interface DateFormViewProps extends DateChange {
  /** The latest date it can be. */
  latest: string;
  /** The earliest date the host allows; null for no limit. */
  earliest: string | null;
  /** The day from which on the host tracks stock; null where it does not say. */
  stockTrackedSince: string | null;
  /** Whether there are sales of the channel already, so that it can only move earlier. */
  hasSynced: boolean;
  onCancel: () => void;
}

/** The field for another initial sync date, with what the date would bring. */
export function DateFormView(props: DateFormViewProps) {
  const { channelDetails: words, common } = useMessages();
  const { format } = useSalesChannels('DateFormView');
  const { preview, hasSynced } = props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="sc-details-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.isSaving) props.onSave();
      }}
    >
      <Field label={words.newDate} hint={hasSynced ? words.dateEarlier : words.dateFree} error={props.error}>
        {(control) => (
          <TextInput
            {...control}
            ref={field}
            type="date"
            required
            value={dateInputValue(props.date)}
            min={props.earliest ?? undefined}
            max={props.latest}
            onChange={({ target }) => props.onDateChange(readDateInput(target))}
          />
        )}
      </Field>
      {preview.status !== 'none' && (
        <output className="sc-details-preview">
          {preview.status === 'counted' && hasSynced ? (
            words.inAll(preview.preview.total, format.number(preview.preview.total))
          ) : (
            <ImportPreviewView preview={preview} />
          )}
          <StockWarningView date={props.date} trackedSince={props.stockTrackedSince} />
        </output>
      )}
      <div className="sc-details-buttons">
        <Button size="small" onClick={props.onCancel}>
          {common.cancel}
        </Button>
        <Button type="submit" size="small" variant="primary" isPending={props.isSaving}>
          {words.saveDate}
        </Button>
      </div>
    </form>
  );
}
