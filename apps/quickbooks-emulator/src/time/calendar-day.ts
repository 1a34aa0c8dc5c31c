const dayMilliseconds = 86_400_000;
const texts = new Map<number, string>();

/** `2026-11-23` of a day counted from 1970-01-01. */
export function formatDay(day: number): string {
  let text = texts.get(day);
  if (text === undefined) {
    text = new Date(day * dayMilliseconds).toISOString().slice(0, 10);
    texts.set(day, text);
  }
  return text;
}

/** Day counted from 1970-01-01, or undefined when the text is not a real `YYYY-MM-DD` date. */
export function parseDay(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return undefined;
  const day = milliseconds / dayMilliseconds;
  return formatDay(day) === text ? day : undefined;
}
