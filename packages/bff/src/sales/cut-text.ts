const MAX_LENGTH = 160;

/** The beginning of a text that is kept to be shown, cut between characters. */
export function cutText(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  const characters = Array.from(text.slice(0, 2 * MAX_LENGTH + 1));
  return characters.length <= MAX_LENGTH ? text : `${characters.slice(0, MAX_LENGTH - 1).join('')}…`;
}
