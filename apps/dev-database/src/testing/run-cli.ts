import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A command line program of this package under test. */
export interface RunningCli {
  pid: number;
  /** Where its database answers, once it says so. @throws Error with what it printed when it ends instead. */
  uri: Promise<string>;
  /** Resolves at its end with its exit code, or the signal's name, and everything it printed. */
  ended: Promise<{ code: number | string; output: string }>;
  /** Everything it printed so far. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the command line program in a process of its own, on no database but its own. */
export function runCli(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningCli {
  const { MONGODB_URI: _, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = once(child, 'close').then(([code, signal]) => ({
    code: (code ?? signal) as number | string,
    output,
  }));
  const uri = new Promise<string>((resolve, reject) => {
    listeners.add(() => {
      const found = /mongodb:\/\/\S+/.exec(output)?.[0];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error(`it ended: ${output}`)));
  });
  uri.catch(() => {});
  return { pid: child.pid ?? 0, uri, ended, output: () => output, kill: (signal) => child.kill(signal) };
}
