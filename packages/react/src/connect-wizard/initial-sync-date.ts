import { EARLIEST_DATE } from '@sales-channels/contract';
import { daysBefore, isCalendarDate } from '../dates/calendar-date.ts';

/** Calendar dates `YYYY-MM-DD`. */
export interface DateLimits {
  /** Today in the business' time zone. */
  today: string;
  /** The earliest the host allows; null for no limit. */
  earliest: string | null;
}

export type DateFault = 'missing' | 'impossible' | 'future' | 'too_early';

/** What is wrong with an initial sync date; null when nothing is. */
export function faultOfDate(date: string, { today, earliest }: DateLimits): DateFault | null {
  if (date === '') return 'missing';
  if (!isCalendarDate(date)) return 'impossible';
  // Written this way, the order of the text is the order of the days.
  if (date > today) return 'future';
  return earliest !== null && date < earliest ? 'too_early' : null;
}

export const PRESETS = ['this_year', 'last_30_days', 'last_90_days', 'last_12_months', 'all'] as const;
export type PresetId = (typeof PRESETS)[number];
export interface DatePreset {
  id: PresetId;
  date: string;
}

function yearBefore(date: string): string {
  const earlier = `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
  return earlier.endsWith('-02-29') ? earlier.replace('29', '28') : earlier;
}

/** The ready-made dates, without those the host does not allow; "all" is then its earliest. */
export function datePresets({ today, earliest }: DateLimits): DatePreset[] {
  const dates: Record<PresetId, string> = {
    this_year: `${today.slice(0, 4)}-01-01`,
    last_30_days: daysBefore(today, 30),
    last_90_days: daysBefore(today, 90),
    last_12_months: yearBefore(today),
    all: earliest ?? EARLIEST_DATE,
  };
  return PRESETS.map((id) => ({ id, date: dates[id] })).filter(
    ({ id, date }) => id === 'all' || earliest === null || date > earliest,
  );
}

/** What the form starts with: this year, or as much of it as the host allows. */
export function defaultDate({ today, earliest }: DateLimits): string {
  const newYear = `${today.slice(0, 4)}-01-01`;
  return earliest !== null && earliest > newYear ? earliest : newYear;
}
