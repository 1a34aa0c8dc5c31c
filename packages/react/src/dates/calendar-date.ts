import { calendarDateSchema } from '@sales-channels/contract';
import * as z from 'zod/mini';

/** Whether a text is a date the API takes: `YYYY-MM-DD`, on the calendar, from 1900 on. */
export const isCalendarDate = (text: string): boolean => z.safeParse(calendarDateSchema, text).success;

/** A calendar date some days before another. Counted in a zone where every day has 24 hours. */
export function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}
