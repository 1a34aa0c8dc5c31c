/** QuickBooks asks for a minute's pause and sends no `Retry-After` that it documents; one that comes is obeyed. */
export const DEFAULT_RETRY_AFTER_MS = 60_000;

/** Milliseconds a `Retry-After` header (seconds or a date) asks to wait; the default where there is none or it makes no sense. */
export function retryAfterMs(header: string | null, now: Date): number {
  const value = header?.trim() ?? '';
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - now.getTime();
  return Number.isFinite(wait) && wait >= 0 ? wait : DEFAULT_RETRY_AFTER_MS;
}
