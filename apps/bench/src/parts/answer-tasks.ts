/** What a part of the bench, a process of its own, does when asked. Inputs and results travel as structured clones. */
// oxlint-disable-next-line typescript/no-explicit-any -- each task has an input of its own
export type Tasks = Record<string, (input: any) => Promise<unknown>>;

export interface Asked {
  number: number;
  task: string;
  input: unknown;
}

export type Answered = { number: number } & ({ result: unknown } | { problem: string });

/** Answers the process that started this one, and ends with it. */
export function answerTasks(tasks: Tasks): void {
  process.on('message', ({ number, task, input }: Asked) => {
    const send = (answer: Answered) => process.send?.(answer);
    Promise.resolve()
      .then(() => tasks[task]?.(input))
      .then(
        (result) => send({ number, result }),
        (error: unknown) =>
          send({ number, problem: error instanceof Error ? String(error.stack) : String(error) }),
      );
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.('ready');
}
