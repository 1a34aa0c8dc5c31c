/**
 * What `read` makes of the options a program was started with. Ends it where there is nothing to start: with 0 where help was
 * asked for, which is null, and with 2 where an option is wrong.
 */
export function orUsage<T>(usage: string, read: () => T | null): T {
  let options: T | null;
  try {
    options = read();
  } catch (error) {
    return leave(2, `${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  return options ?? leave(0, usage);
}

function leave(code: number, text: string): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}
