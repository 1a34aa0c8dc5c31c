import type { Request } from 'express';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';

/** When a change is made, and when it is seen; epoch seconds. */
export interface CommitTimes {
  readonly stamp: number;
  /** Undefined for at once. */
  readonly visibleAt: number | undefined;
}

/**
 * `lateSeconds` makes a change appear now with an earlier time; `visibleAfterSeconds` gives it the present time and
 * makes it appear later. Both happen to clients when a commit is slow.
 */
export function commitTimes(world: World, request: Request): CommitTimes {
  const now = world.clock.seconds();
  const after = secondsOf(request, 'visibleAfterSeconds') ?? world.switches.guessVisibleAfterSeconds;
  return {
    stamp: now - (secondsOf(request, 'lateSeconds') ?? 0),
    visibleAt: after === 0 ? undefined : now + after,
  };
}

function secondsOf(request: Request, name: string): number | undefined {
  const text = request.query[name];
  if (text === undefined) return undefined;
  if (typeof text === 'string' && /^\d{1,6}$/.test(text)) return Number(text);
  throw new ControlError(400, `"${name}" must be a whole number.`);
}
