import { decimal, type Decimal } from '@sales-channels/bff/provider';
import { z } from 'zod';

/** From here on a JSON number no longer tells cents apart. */
const LIMIT = 1e15;
const MAX_LENGTH = 34;

/** An amount as an exact decimal; null where it is absent. Anything that is no amount fails. */
export const Amount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value, context): Decimal | null => {
    if (value === null || value === undefined) return null;
    const exact = exactDecimal(value);
    if (exact === null) {
      context.addIssue({
        code: 'custom',
        message: `not an amount that can be kept exactly: ${String(value).slice(0, 40)}`,
      });
      return z.NEVER;
    }
    return exact;
  });

function exactDecimal(value: number | string): Decimal | null {
  if (typeof value === 'string' && !/^-?\d{1,30}(?:\.\d{1,30})?$/.test(value)) return null;
  if (typeof value === 'number' && Math.abs(value) >= LIMIT) return null;
  const text = decimal(value);
  return text.length > MAX_LENGTH ? null : text;
}
