import { parseArgs } from 'node:util';

/** How to start a program, each of its options on a line of its own. */
interface Usage<Name extends string> {
  command: string;
  /** What an option is for, with what it is when left out. */
  options: Readonly<Record<Name, string>>;
}

/** The options a program was started with. Where there is nothing to start, says why on the way out. */
export function readOptions<Name extends string, T>(
  { command, options }: Usage<Name>,
  read: (values: Partial<Record<Name, string>>) => T,
): T {
  const names = Object.keys(options) as Name[];
  const lines = names.map((name) => `  --${name.padEnd(12)} ${options[name]}`);
  const help = [`${command} -- [options]`, '', ...lines].join('\n');
  try {
    const described = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    const { values } = parseArgs({ options: { ...described, help: { type: 'boolean' } } });
    if (values['help'] !== true) return read(values as Partial<Record<Name, string>>);
  } catch (error) {
    return leave(2, `${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
  return leave(0, help);
}

function leave(code: number, text: string): never {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}
