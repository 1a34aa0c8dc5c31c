/** @throws Error naming the option */
export function wholeNumber(text: string, name: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} must be a whole number, not "${text}".`);
  return Number(text);
}

/** The seed that was given, or a new one. */
export const seedOf = (given: string | undefined): number =>
  given === undefined ? 1 + Math.floor(Math.random() * 1e6) : wholeNumber(given, 'seed');
