import { daysBefore } from '../dates/calendar-date.ts';

export const DATE_PRESETS = ['last_30_days', 'last_90_days', 'this_month', 'this_year'] as const;
export type DatePreset = (typeof DATE_PRESETS)[number];
export interface DateRange {
  dateFrom?: string | undefined;
  dateTo?: string | undefined;
}

const starts: Record<DatePreset, (today: string) => string> = {
  last_30_days: (today) => daysBefore(today, 29),
  last_90_days: (today) => daysBefore(today, 89),
  this_month: (today) => `${today.slice(0, 7)}-01`,
  this_year: (today) => `${today.slice(0, 4)}-01-01`,
};

/** @param today the business' calendar date, `YYYY-MM-DD`. */
export const rangeOf = (preset: DatePreset, today: string): Required<DateRange> => ({
  dateFrom: starts[preset](today),
  dateTo: today,
});

/** The preset that gives just this range; `any` without a range, `custom` where none does. */
export function presetOf({ dateFrom, dateTo }: DateRange, today: string): DatePreset | 'any' | 'custom' {
  if (dateFrom === undefined && dateTo === undefined) return 'any';
  const matches = DATE_PRESETS.find((preset) => {
    const range = rangeOf(preset, today);
    return range.dateFrom === dateFrom && range.dateTo === dateTo;
  });
  return matches ?? 'custom';
}
