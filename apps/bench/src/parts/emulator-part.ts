import type { EmulatorOptions } from '@sales-channels/quickbooks-emulator';
import { startQuickBooksEmulator } from '@sales-channels/quickbooks-emulator';
import { answerTasks } from './answer-tasks.ts';

const tasks = {
  start: async (options: EmulatorOptions) => (await startQuickBooksEmulator(options)).url,
};
export type EmulatorTasks = typeof tasks;
answerTasks(tasks);
