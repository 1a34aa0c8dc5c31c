import { z } from 'zod';
import { parseDay } from '../time/calendar-day.ts';

const day = z.string().refine((text) => parseDay(text) !== undefined, 'A date like 2026-01-31');
const count = z.int().min(0).max(300_000);

/** A company to add, with `seed` in place of the emulator's own seed if given. */
export const companyBody = z.strictObject({
  realmId: z.string().regex(/^\d{5,20}$/),
  name: z.string().min(1).max(100),
  homeCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  isListed: z.boolean().optional(),
  otherCurrencies: z.array(z.string().regex(/^[A-Z]{3}$/)).optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  documents: z
    .union([count, z.strictObject({ invoices: count, salesReceipts: count, creditMemos: count })])
    .optional(),
  from: day.optional(),
  to: day.optional(),
  seed: z.int().optional(),
});
