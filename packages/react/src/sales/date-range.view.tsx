import { useCallback, useId } from 'react';
import { isCalendarDate } from '../dates/calendar-date.ts';
import { dateInputValue, readDateInput } from '../dates/date-input.ts';
import { useMessages } from '../messages/use-messages.ts';
import { TextInput } from '../primitives/text-input.tsx';
import type { DateRange } from './filter-dates.ts';
import { useDebouncedText } from './use-debounced-text.ts';

export interface DateRangeViewProps {
  range: DateRange;
  onChange: (range: DateRange) => void;
  /** At every key, before there is a range to take. */
  onInput: () => void;
}

// Both ends in one text, so that they are typed, checked and given on together.
const SEPARATOR = '/';
const textOf = ({ dateFrom = '', dateTo = '' }: DateRange) => dateFrom + SEPARATOR + dateTo;
const endsOf = (text: string) => text.split(SEPARATOR) as [from: string, to: string];

const isOpenOrDate = (end: string) => end === '' || isCalendarDate(end);
const isReversed = ([from, to]: [string, string]) => isCalendarDate(from) && isCalendarDate(to) && from > to;
const isRange = (text: string) => endsOf(text).every(isOpenOrDate) && !isReversed(endsOf(text));

/** A range of the user's own, open at an end left empty. */
export function DateRangeView({ range, onChange, onInput }: DateRangeViewProps) {
  const { sales: words } = useMessages();
  const errorId = useId();
  const giveOn = useCallback(
    (text: string) => {
      const [from, to] = endsOf(text);
      onChange({ dateFrom: from === '' ? undefined : from, dateTo: to === '' ? undefined : to });
    },
    [onChange],
  );
  const [text, setText] = useDebouncedText(textOf(range), giveOn, isRange);
  const [from, to] = endsOf(text);
  const hasFault = isReversed([from, to]);

  const end = (label: string, date: string, put: (date: string) => string) => (
    <TextInput
      type="date"
      aria-label={label}
      aria-invalid={hasFault || undefined}
      aria-describedby={hasFault ? errorId : undefined}
      value={dateInputValue(date)}
      onChange={({ target }) => {
        onInput();
        setText(put(readDateInput(target)));
      }}
    />
  );
  return (
    <div className="sc-date-range">
      {end(words.dateFrom, from, (date) => date + SEPARATOR + to)}
      <span aria-hidden="true">–</span>
      {end(words.dateTo, to, (date) => from + SEPARATOR + date)}
      {hasFault && (
        <p id={errorId} role="alert" className="sc-field-error">
          {words.dateOrder}
        </p>
      )}
    </div>
  );
}
