const DAY = 86_400_000;

/** A calendar date some days later or, with a negative number, earlier. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
