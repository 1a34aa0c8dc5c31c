const minute = 60;
const hour = 60 * minute;
const firstDelays = [10, 20, 30, 5 * minute, 20 * minute, 2 * hour, 4 * hour, 6 * hour];

/** Seconds from the failed attempt of the given number, the first being 1, to the next. It never ends. */
export function retryDelay(attempt: number): number {
  return firstDelays[attempt - 1] ?? 6 * hour;
}
