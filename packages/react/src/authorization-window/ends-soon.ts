const DAY_MS = 86_400_000;
/** So long before its end an authorization's end is told. */
const TOLD_DAYS = 60;
/** So long before its end somebody is asked to sign in again. */
const ASKED_DAYS = 30;

const endsWithin = (days: number) => (endsAt: string | null, now: number) =>
  endsAt !== null && Date.parse(endsAt) - now <= days * DAY_MS;

/** Whether an authorization's end, ISO 8601 or not known, is near enough to be told. */
export const endsSoon = endsWithin(TOLD_DAYS);
/** Whether it is so near that a new sign-in is due. */
export const endsVerySoon = endsWithin(ASKED_DAYS);
