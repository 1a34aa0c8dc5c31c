import { decimal, type Decimal } from '@sales-channels/bff/provider';
import { z } from 'zod';

/** From here on a JSON number no longer tells cents apart. */
const LIMIT = 1e15;
const MAX_LENGTH = 34;

/** An amount as an exact decimal; null where it is absent. Anything that is no amount fails. */
export const Amount = z.transform((value: unknown, context): Decimal | null => {
  if (value === null || value === undefined) return null;
  const isWritten = typeof value === 'number' || typeof value === 'string';
  const exact = isWritten ? exactDecimal(value) : null;
  if (exact !== null) return exact;
  const told = isWritten ? String(value) : JSON.stringify(value);
  const message = `not an amount that can be kept exactly: ${told.slice(0, 40)}`;
  context.issues.push({ code: 'custom', message, input: value });
  return z.NEVER;
});

function exactDecimal(value: number | string): Decimal | null {
  if (typeof value === 'string' && !/^-?\d{1,30}(?:\.\d{1,30})?$/.test(value)) return null;
  if (typeof value === 'number' && !(Math.abs(value) < LIMIT)) return null;
  const text = decimal(value);
  return text.length > MAX_LENGTH ? null : text;
}
