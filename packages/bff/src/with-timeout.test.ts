import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { withTimeout } from './with-timeout.ts';

it('P-03 leaves no rejection to nobody when a callback throws at once', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const call = withTimeout(() => {
    throw new Error('At once');
  }, 1000);
  await expect(call()).rejects.toThrow('At once');
  await nextTurn();
  await nextTurn();
  expect(unhandled).toEqual([]);
});

it('waits no longer than it was told', async () => {
  const call = withTimeout(() => new Promise(() => undefined), 20);
  await expect(call()).rejects.toThrow('There was no answer within 20 ms.');
});
