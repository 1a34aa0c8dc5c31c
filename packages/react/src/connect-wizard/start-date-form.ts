import * as z from 'zod/mini';
import type { DateFault, DateLimits } from './initial-sync-date.ts';
import { faultOfDate } from './initial-sync-date.ts';

export interface StartDateValues {
  initialSyncDate: string;
  startSync: boolean;
}

/** The form's schema. `words` says what to show for a fault of the date. */
export const startDateSchema = (limits: DateLimits, words: (fault: DateFault) => string) =>
  z.object({
    initialSyncDate: z.string().check((check) => {
      const fault = faultOfDate(check.value, limits);
      if (fault !== null) {
        check.issues.push({ code: 'custom', input: check.value, message: words(fault) });
      }
    }),
    startSync: z.boolean(),
  });
