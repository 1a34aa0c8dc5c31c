import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** However this process ends, the pipe to the programs it started closes, and they end too. */
const endWithParent =
  "data:text/javascript,process.stdin.on('close',()=>process.kill(process.pid,'SIGKILL')).resume()";

export interface Program {
  pid: number;
  /** Kills it at once; it gets no chance to do anything. */
  kill(): void;
  ended: Promise<void>;
}

interface ProgramOptions {
  /** A JavaScript program. */
  file: string;
  args?: readonly string[];
  env?: Record<string, string>;
  /** What it says is added to it. */
  logFile: string;
}

export function startProgram({ file, args = [], env = {}, logFile }: ProgramOptions): Program {
  const child: ChildProcess = spawn(process.execPath, ['--import', endWithParent, file, ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${file} cannot be started.`);
  const log = createWriteStream(logFile, { flags: 'a' });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return {
    pid,
    kill: () => void process.kill(pid, 'SIGKILL'),
    ended: once(child, 'exit').then(() => void log.end()),
  };
}

/** @throws Error when nothing answers well within the time. */
export async function untilAnswers(url: string, { ended }: Program, timeoutMs = 60_000): Promise<void> {
  const over = new AbortController();
  void ended.then(() => over.abort());
  for (
    const deadline = Date.now() + timeoutMs;
    Date.now() < deadline && !over.signal.aborted;
    await wait(50)
  ) {
    const isWell = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isWell) return;
  }
  throw new Error(
    over.signal.aborted ? `The program ended before ${url} answered.` : `${url} does not answer.`,
  );
}
