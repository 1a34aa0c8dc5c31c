import { EARLIEST_DATE } from '@sales-channels/contract';
import type { Ref } from 'react';
import { dateInputValue, readDateInput } from '../dates/date-input.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Checkbox } from '../primitives/checkbox.tsx';
import { Field } from '../primitives/field.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { ImportPreviewView } from './import-preview.view.tsx';
import type { DatePreset } from './initial-sync-date.ts';
import { StockWarningView } from './stock-warning.view.tsx';
import type { ImportPreview } from './use-import-preview.ts';

export interface StartDateStepViewProps {
  formId: string;
  companyName: string;
  today: string;
  earliest: string | null;
  /** The day from which on the host tracks stock; null where it does not say. */
  stockTrackedSince: string | null;
  date: string;
  dateRef: Ref<HTMLInputElement>;
  dateError: string | undefined;
  presets: readonly DatePreset[];
  startSync: boolean;
  preview: ImportPreview;
  onDateChange: (date: string) => void;
  onStartSyncChange: (startSync: boolean) => void;
  onSubmit: () => void;
}

export function StartDateStepView(props: StartDateStepViewProps) {
  const { connectWizard: words } = useMessages();
  const { format } = useSalesChannels('StartDateStepView');
  const { date, companyName } = props;
  return (
    <form
      id={props.formId}
      className="sc-wizard-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <Field label={words.dateLabel} hint={words.dateHint} error={props.dateError}>
        {(control) => (
          <TextInput
            {...control}
            ref={props.dateRef}
            type="date"
            required
            value={dateInputValue(date)}
            min={props.earliest ?? undefined}
            max={props.today}
            onChange={({ target }) => props.onDateChange(readDateInput(target))}
          />
        )}
      </Field>
      <fieldset className="sc-wizard-presets" aria-label={words.presetsLabel}>
        {props.presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className="sc-wizard-preset"
            aria-pressed={preset.date === date}
            onClick={() => props.onDateChange(preset.date)}
          >
            {preset.id === 'all' && props.earliest !== null ? words.presetEarliest : words.presets[preset.id]}
          </button>
        ))}
      </fieldset>
      {props.preview.status !== 'none' && (
        <output className="sc-wizard-summary">
          <span>
            {date === EARLIEST_DATE
              ? words.willImportAll(companyName)
              : words.willImport(format.date(date), companyName)}
          </span>
          <ImportPreviewView preview={props.preview} />
          <StockWarningView date={date} trackedSince={props.stockTrackedSince} />
        </output>
      )}
      <Checkbox checked={props.startSync} onChange={({ target }) => props.onStartSyncChange(target.checked)}>
        {words.startSync}
      </Checkbox>
    </form>
  );
}
