import { randomId } from '../authorization-window/random-id.ts';

/** What was asked for, with the key that lets it be asked for again. */
export interface Attempt<B> {
  body: B;
  idempotencyKey: string;
}

/** The same key for the same wish, so that a retry makes no second channel; a new one for another. */
export function attemptFor<B>(previous: Attempt<B> | null, body: B): Attempt<B> {
  const isSame = previous !== null && JSON.stringify(previous.body) === JSON.stringify(body);
  return isSame ? previous : { body, idempotencyKey: randomId() };
}
