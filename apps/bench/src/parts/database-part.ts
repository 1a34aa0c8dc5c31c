import { startDevDatabase } from '@sales-channels/dev-database';
import { answerTasks } from './answer-tasks.ts';

// In a process of its own: the gateway of one of the engines works in the process that starts it.
const database = await startDevDatabase({ log: (line) => process.stderr.write(`${line}\n`) });
const tasks = {
  describe: async () => ({ uri: database.uri, engine: database.engine }),
  stop: () => database.stop(),
};
export type DatabaseTasks = typeof tasks;
answerTasks(tasks);
