import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Select } from '../primitives/select.tsx';
import { DateRangeView } from './date-range.view.tsx';
import type { DatePreset, DateRange } from './filter-dates.ts';
import { DATE_PRESETS, presetOf, rangeOf } from './filter-dates.ts';

export interface DateFilterViewProps {
  range: DateRange;
  today: string;
  onChange: (range: DateRange) => void;
}

const isPreset = (value: string): value is DatePreset => (DATE_PRESETS as readonly string[]).includes(value);

/** A choice of ranges; the custom one opens two dates, and keeps them open until another is chosen. */
export function DateFilterView({ range, today, onChange }: DateFilterViewProps) {
  const { sales: words } = useMessages();
  const [isCustom, setCustom] = useState(false);
  const shown = isCustom ? 'custom' : presetOf(range, today);

  const choose = (value: string) => {
    setCustom(value === 'custom');
    if (value === 'custom') return;
    onChange(isPreset(value) ? rangeOf(value, today) : { dateFrom: undefined, dateTo: undefined });
  };

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
        <DateRangeView range={range} onChange={onChange} onInput={() => setCustom(true)} />
      )}
    </>
  );
}
