import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answered, Asked, Tasks } from './answer-tasks.ts';

export interface Part<T extends Tasks> {
  pid: number;
  /** @throws Error with what went wrong in the part, or that it ended before it answered. */
  ask<K extends keyof T & string>(task: K, ...input: Parameters<T[K]>): Promise<Awaited<ReturnType<T[K]>>>;
  stop(): Promise<void>;
}

export interface PartOptions {
  /** Environment variables on top of this process' own. */
  env?: Record<string, string>;
  /** Folder for a processor profile, which is written when the part stops. */
  profileIn?: string | undefined;
}

/** Starts a program of this folder in a process of its own, which ends with this one. */
export async function startPart<T extends Tasks>(
  program: URL,
  args: readonly string[] = [],
  { env = {}, profileIn }: PartOptions = {},
): Promise<Part<T>> {
  const profile = profileIn === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileIn}`];
  const child = fork(fileURLToPath(program), args, {
    execArgv: ['--conditions=@sales-channels/source', '--import', 'tsx', ...profile],
    env: { ...process.env, ...env },
    serialization: 'advanced',
    // Ctrl-C reaches the parts through this process only.
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${program.pathname} cannot be started.`);
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      for (const { reject } of waiting.values())
        reject(
          new Error(`A part of the bench ended (${code ?? signal}): ${program.pathname} ${args.join(' ')}`),
        );
      waiting.clear();
      resolve();
    });
  });
  await untilReady(child, ended);
  child.on('message', (answer: Answered) => {
    const asked = waiting.get(answer.number);
    waiting.delete(answer.number);
    if ('problem' in answer) asked?.reject(new Error(answer.problem));
    else asked?.resolve(answer.result);
  });
  let number = 0;
  return {
    pid,
    ask: (task, ...input) =>
      new Promise((resolve, reject) => {
        number += 1;
        waiting.set(number, { resolve: resolve as (result: unknown) => void, reject });
        child.send({ number, task, input: input[0] } satisfies Asked);
      }),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

function untilReady(child: ChildProcess, ended: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    void ended.then(() => reject(new Error('A part of the bench did not start.')));
  });
}
