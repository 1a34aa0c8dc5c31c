import type { ProblemCode } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { ClientSession } from '../database.ts';
import type { ChannelDocument } from './channel.model.ts';
import type { EndRun } from './end-run.ts';

export type StopWaitingRun = ReturnType<typeof createStopWaitingRun>;

/**
 * Makes the function that ends a run no worker is busy with: one that nobody has taken, or whose worker has died. A worker
 * that is busy ends its run itself after the page in hand.
 */
export function createStopWaitingRun(endRun: EndRun) {
  return async function stopWaitingRun(
    channel: ChannelDocument,
    code: ProblemCode,
    transaction: ClientSession,
  ): Promise<void> {
    // Leases are by real time.
    if (channel.leasedUntil && channel.leasedUntil.getTime() > Date.now()) return;
    await endRun(channel, { state: 'stopped', problem: createProblem(code) }, transaction);
  };
}
