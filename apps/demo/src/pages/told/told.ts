import { useSyncExternalStore } from 'react';

/** Something the kit told this page through a callback. */
export interface Told {
  id: number;
  text: string;
  at: string;
}

const KEPT = 5;
let latest: readonly Told[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Notes what a callback of the kit said. */
export function noteTold(text: string): void {
  latest = [{ id: (count += 1), text, at: new Date().toISOString() }, ...latest].slice(0, KEPT);
  for (const listener of listeners) listener();
}

export const useTold = (): readonly Told[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => latest,
  );
