const numbers = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4 });
const signed = new Intl.NumberFormat(undefined, { maximumFractionDigits: 4, signDisplay: 'exceptZero' });
const money = new Intl.NumberFormat(undefined, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 4,
});
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const moments = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

const exact = (text: string) => text as Intl.StringNumericLiteral;

/** Decimals are given as text, and stay exact. */
export const formatQuantity = (text: string): string => numbers.format(exact(text));
export const formatChange = (text: string): string => signed.format(exact(text));
export const formatMoney = (text: string): string => money.format(exact(text));
export const formatCount = (count: number): string => numbers.format(count);
/** @param date a calendar date, `YYYY-MM-DD` */
export const formatDate = (date: string): string => days.format(new Date(`${date}T00:00:00Z`));
export const formatMoment = (instant: string): string => moments.format(new Date(instant));
