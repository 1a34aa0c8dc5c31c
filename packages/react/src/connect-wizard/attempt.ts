import type { CreateChannel } from '@sales-channels/contract';
import { randomId } from '../authorization-window/random-id.ts';

/** What was asked for, with the key that lets it be asked for again. */
export interface Attempt {
  body: CreateChannel;
  idempotencyKey: string;
}

/** The same key for the same wish, so that a retry makes no second channel; a new one for another. */
export function attemptFor(previous: Attempt | null, body: CreateChannel): Attempt {
  const isSame = previous !== null && JSON.stringify(previous.body) === JSON.stringify(body);
  return isSame ? previous : { body, idempotencyKey: randomId() };
}
