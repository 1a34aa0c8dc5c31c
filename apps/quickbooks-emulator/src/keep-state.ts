import type { NextFunction, Request, Response } from 'express';
import { writeState } from './state-file.ts';
import type { World } from './world.ts';

export interface StateKeeper {
  /** Notes that a request may have changed something, and saves soon after it is answered. */
  readonly middleware: (request: Request, response: Response, next: NextFunction) => void;
  /** Saves now. */
  save(): void;
  /** Saves for the last time. */
  finish(): void;
}

const settleMilliseconds = 50;

/** Keeps the state file up to date while the emulator runs. */
export function createStateKeeper(world: World, path: string): StateKeeper {
  let timer: NodeJS.Timeout | undefined;
  let isFinished = false;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!isFinished) writeState(path, world.snapshot());
  };
  return {
    save,
    finish: () => {
      save();
      isFinished = true;
    },
    middleware: (request, response, next) => {
      if (request.method !== 'GET') {
        response.once('close', () => {
          timer ??= setTimeout(save, settleMilliseconds);
        });
      }
      next();
    },
  };
}
