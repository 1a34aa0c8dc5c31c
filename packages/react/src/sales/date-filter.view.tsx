import { useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Select } from '../primitives/select.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import type { DatePreset, DateRange } from './filter-dates.ts';
import { DATE_PRESETS, presetOf, rangeOf } from './filter-dates.ts';

export interface DateFilterViewProps {
  range: DateRange;
  today: string;
  onChange: (range: DateRange) => void;
}

const isPreset = (value: string): value is DatePreset => (DATE_PRESETS as readonly string[]).includes(value);

/** A choice of ranges; the custom one opens two dates. */
export function DateFilterView({ range, today, onChange }: DateFilterViewProps) {
  const { sales: words } = useMessages();
  const [isCustom, setCustom] = useState(false);
  const errorId = useId();
  const preset = presetOf(range, today);
  const shown = isCustom && preset !== 'any' ? 'custom' : preset;
  const { dateFrom, dateTo } = range;
  const isReversed = dateFrom !== undefined && dateTo !== undefined && dateFrom > dateTo;

  const choose = (value: string) => {
    setCustom(value === 'custom');
    if (value === 'custom') onChange({ dateFrom: dateFrom ?? rangeOf('this_month', today).dateFrom, dateTo });
    else if (isPreset(value)) onChange(rangeOf(value, today));
    else onChange({ dateFrom: undefined, dateTo: undefined });
  };
  const edge = (value: string | undefined, label: string, set: (date: string | undefined) => void) => (
    <TextInput
      type="date"
      aria-label={label}
      aria-invalid={isReversed || undefined}
      aria-describedby={isReversed ? errorId : undefined}
      value={value ?? ''}
      onChange={(event) => set(event.target.value === '' ? undefined : event.target.value)}
    />
  );

  return (
    <>
      <Select
        aria-label={words.dateRange}
        value={shown}
        data-active={shown !== 'any' || undefined}
        options={[
          { value: 'any', label: words.anyDate },
          ...DATE_PRESETS.map((value) => ({ value, label: words.datePresets[value] })),
          { value: 'custom', label: words.datePresets.custom },
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      {shown === 'custom' && (
        <div className="sc-date-range">
          {edge(dateFrom, words.dateFrom, (date) => onChange({ dateFrom: date, dateTo }))}
          <span aria-hidden="true">–</span>
          {edge(dateTo, words.dateTo, (date) => onChange({ dateFrom, dateTo: date }))}
          {isReversed && (
            <p id={errorId} role="alert" className="sc-field-error">
              {words.dateOrder}
            </p>
          )}
        </div>
      )}
    </>
  );
}
