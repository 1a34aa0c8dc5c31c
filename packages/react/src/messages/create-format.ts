import { createDecimalFormat } from './format-decimal.ts';
import type { DecimalFormat } from './format-decimal.ts';
import { createMoneyFormat } from './format-money.ts';
import type { MoneyFormat } from './format-money.ts';

/** Everything the kit writes in the user's way of writing. */
export interface Format extends MoneyFormat, DecimalFormat {
  /** A count, e.g. `1,240`. */
  number: (value: number) => string;
  /** A calendar date `YYYY-MM-DD`, e.g. `Nov 20, 2026`; no time zone comes near it. */
  date: (date: string) => string;
  /** The month a calendar date is in, e.g. `Nov 2026`. */
  month: (date: string) => string;
  /** An instant with its zone, e.g. `Nov 20, 2026, 4:12:09 PM GMT+1`. */
  instant: (instant: string) => string;
  /** How long ago, e.g. `4 min. ago`; null within the last 45 seconds and, for a clock that runs ahead, the future. */
  ago: (instant: string, now: number) => string | null;
  /** How long until, e.g. `in 2 hr.`; null within the next 45 seconds and for what is past. */
  ahead: (instant: string, now: number) => string | null;
  /** The day an instant falls on where the reader is, e.g. `Nov 20, 2026`. */
  day: (instant: string) => string;
  /** A duration, rounded to what matters, e.g. `6 sec`. */
  duration: (seconds: number) => string;
}

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;
const JUST_NOW_SECONDS = 45;

const largestUnit = (seconds: number) => UNITS.find((entry) => seconds >= entry.seconds) ?? UNITS[3];

/** @param locale BCP 47; the runtime's own when left out. */
export function createFormat(locale?: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  // The date is written in the zone it is made in, so no zone can move it.
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const months = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  const distance = (seconds: number, direction: 1 | -1): string | null => {
    if (seconds < JUST_NOW_SECONDS) return null;
    const { unit, seconds: size } = largestUnit(Math.max(seconds, 60));
    return relative.format(direction * Math.round(seconds / size), unit);
  };
  return {
    ...createMoneyFormat(locale),
    ...createDecimalFormat(locale),
    number: (value) => numbers.format(value),
    date: (date) => dates.format(Date.parse(`${date}T12:00:00Z`)),
    month: (date) => months.format(Date.parse(`${date}T12:00:00Z`)),
    instant: (instant) => instants.format(new Date(instant)),
    ago: (instant, now) => distance((now - Date.parse(instant)) / 1000, -1),
    ahead: (instant, now) => distance((Date.parse(instant) - now) / 1000, 1),
    day: (instant) => days.format(new Date(instant)),
    duration: (seconds) => {
      const { unit, seconds: size } = largestUnit(seconds);
      const value = Math.max(1, Math.ceil(seconds / size));
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
    },
  };
}
