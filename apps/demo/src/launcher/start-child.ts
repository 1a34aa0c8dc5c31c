import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Child {
  pid: number;
  /** Resolves once `url` answers with 200; rejects with what the program said when it ends before that. */
  untilReady(url: string): Promise<void>;
  stop(): Promise<void>;
}

interface ChildOptions {
  /** What it is called in messages. */
  name: string;
  /** A TypeScript program. */
  program: URL;
  env: Record<string, string>;
  log: (line: string) => void;
}

const PATIENCE_MS = 60_000;
const STOP_MS = 8000;
const flags = [
  '--conditions=@sales-channels/source',
  '--import',
  'tsx',
  '--import',
  new URL('./end-with-parent.ts', import.meta.url).href,
];

/** Runs a program that ends when this process does. In a process group of its own, so that Ctrl-C reaches it through us only. */
export function startChild({ name, program, env, log }: ChildOptions): Child {
  const child = spawn(process.execPath, [...flags, fileURLToPath(program)], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`The ${name} cannot be started.`);
  const lastLines: string[] = [];
  let isStopping = false;
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lastLines.push(line);
      if (lastLines.length > 30) lastLines.shift();
      if (!isStopping) log(`${name}: ${readable(line)}`);
    });
  }
  let hasEnded = false;
  const ended = once(child, 'exit').then(() => (hasEnded = true));

  return {
    pid,
    async untilReady(url) {
      const deadline = Date.now() + PATIENCE_MS;
      while (!(await answers(url))) {
        if (hasEnded) throw new Error(`The ${name} did not start:\n${lastLines.join('\n')}`);
        if (Date.now() > deadline) throw new Error(`The ${name} does not answer:\n${lastLines.join('\n')}`);
        await wait(50);
      }
    },
    async stop() {
      if (hasEnded) return;
      // What is cut off on the way out is no news.
      isStopping = true;
      child.kill('SIGTERM');
      // Once the child is through, nobody waits for the clock.
      const isLate = await Promise.race([ended.then(() => false), wait(STOP_MS, true, { ref: false })]);
      if (isLate) child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Programs log JSON; people read what it says. */
function readable(line: string): string {
  try {
    const { msg, error, req, res } = JSON.parse(line) as {
      msg?: string;
      error?: { message?: string };
      req?: { method?: string; path?: string };
      res?: { statusCode?: number };
    };
    if (req) return `${req.method} ${req.path} answered with ${res?.statusCode}`;
    return [msg ?? line, error?.message].filter(Boolean).join(': ');
  } catch {
    return line;
  }
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
