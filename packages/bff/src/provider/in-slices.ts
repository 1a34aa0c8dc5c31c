import { setImmediate as letOthers } from 'node:timers/promises';

/** Documents of which none takes a tenth of a millisecond. */
const SLICE = 100;

/**
 * Goes through many things, and after every few lets the process do what else is waiting: a page of a thousand documents would
 * keep its other requests, and the writing of the page before, waiting for a tenth of a second.
 */
export async function* inSlices<T>(items: Iterable<T>): AsyncGenerator<readonly T[]> {
  let slice: T[] = [];
  for (const item of items) {
    slice.push(item);
    if (slice.length < SLICE) continue;
    yield slice;
    slice = [];
    await letOthers();
  }
  if (slice.length > 0) yield slice;
}
