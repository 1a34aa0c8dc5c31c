/** What is kept of a date field whose text is no date, e.g. while it is half typed. */
export const UNREADABLE = 'unreadable';

/** What a date field holds: `YYYY-MM-DD`, nothing, or what is no date. */
export const readDateInput = ({ validity, value }: HTMLInputElement): string =>
  validity.badInput ? UNREADABLE : value;

/** What to give the field. The browser's own is empty while it shows what is no date, and is left as it was typed. */
export const dateInputValue = (date: string): string => (date === UNREADABLE ? '' : date);
