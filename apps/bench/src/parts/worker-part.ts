import type { SalesChannelsBff } from '@sales-channels/bff';
import type { BffPlace } from '../sides/create-bff.ts';
import { createBff } from '../sides/create-bff.ts';
import { answerTasks } from './answer-tasks.ts';

let bff: SalesChannelsBff | undefined;

const tasks = {
  open: async ({ tokens, ...place }: WorkerPlace) => {
    bff = await createBff({ ...place, accessTokenOf: (realmId) => tokens.get(realmId) ?? null });
  },
  start: async () => bff?.worker.start(),
  close: async () => bff?.close(),
};
export type WorkerTasks = typeof tasks;
answerTasks(tasks);

export interface WorkerPlace extends Omit<BffPlace, 'accessTokenOf'> {
  /** Access tokens by realm. */
  tokens: ReadonlyMap<string, string>;
}
