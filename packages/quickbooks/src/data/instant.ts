/**
 * An instant as QuickBooks takes it: whole seconds, the precision it keeps, rounded down. `Z` needs no encoding, and no reader
 * has to know the company's offset, which changes twice a year.
 */
export function formatInstant(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`;
}

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Null for text that does not name one instant: without an offset it could mean several. */
export function parseInstant(text: unknown): Date | null {
  if (typeof text !== 'string' || !withOffset.test(text)) return null;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
