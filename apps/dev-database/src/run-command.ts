import { spawn } from 'node:child_process';
import { findProgram } from './find-program.ts';

export interface RunOptions {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
}

/**
 * Runs a program to its end and gives what it printed.
 *
 * @throws Error with the last lines of its output when it cannot start or does not exit with 0.
 */
export function runCommand(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  if (findProgram(program) === undefined) return Promise.reject(new Error(`${program} is not installed`));
  return new Promise((resolve, reject) => {
    const child = spawn(...endingWithThisProcess(program, args), {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', (error) => reject(new Error(`${program} could not start: ${error.message}`)));
    child.once('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else reject(new Error(`${program} ended with ${code ?? signal}: ${lastLines(stderr || stdout)}`));
    });
  });
}

/** A half-done download must not go on beside the one that starts after this process was killed. */
function endingWithThisProcess(program: string, args: readonly string[]): [string, readonly string[]] {
  const setpriv = findProgram('setpriv');
  return setpriv === undefined ? [program, args] : [setpriv, ['--pdeathsig', 'KILL', '--', program, ...args]];
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-3).join(' / ').slice(-600);
}
