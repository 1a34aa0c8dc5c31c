import type * as z from 'zod';
import { invalidField } from '../domain-error.ts';

/** Packs where a list goes on into the opaque text a caller passes back. */
export const encodeCursor = (position: Record<string, string | number>): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws DomainError `invalid_request` when the text is not one that `encodeCursor` made for this list. */
export function decodeCursor<T>(text: string, schema: z.ZodType<T>, path: string): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    throw invalidField(path, 'This is not a cursor of this list.');
  }
}
