import type { Moment } from '../rig/moments.ts';

/** In what part of its work a server is killed, and the moments that are in it. */
export const PHASES = {
  fetch: ['page asked', 'page answered'],
  transaction: ['sales about to be written', 'sales written', 'commit asked'],
  acknowledgement: ['commit done'],
  increment: ['changes asked', 'changes answered'],
  refresh: ['token asked', 'token answered', 'token about to be stored', 'token stored'],
} as const satisfies Record<string, readonly Moment[]>;

export type Phase = keyof typeof PHASES;
export const PHASE_NAMES = Object.keys(PHASES) as Phase[];
