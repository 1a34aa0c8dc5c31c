import { setTimeout as wait } from 'node:timers/promises';
import type { Business } from '../rig/business.ts';

/**
 * Has a channel sync until two runs in a row have succeeded, signing in again where that is asked for.
 * @returns how often it was. @throws Error saying what the channel is stuck on
 */
export async function settle(business: Business, timeoutMs = 120_000): Promise<number> {
  const { client } = business;
  let reconnected = 0;
  let successes = 0;
  let last: unknown = null;
  for (const deadline = Date.now() + timeoutMs; successes < 2;) {
    if (Date.now() > deadline) throw new Error(`${business.id} does not settle: ${JSON.stringify(last)}`);
    const channel = await business.channel();
    last = channel;
    if (channel.status === 'reconnect_required') {
      await business.connect(channel.connection?.id);
      reconnected += 1;
      successes = 0;
    } else if (channel.currentRun) {
      const { id } = channel.currentRun;
      for (let run = channel.currentRun; !run.endedAt && Date.now() < deadline; await wait(50))
        run = await client.getRun({ params: { runId: id } });
      const { state } = await client.getRun({ params: { runId: id } });
      successes = state === 'succeeded' ? successes + 1 : 0;
    } else {
      await client
        .syncChannel({ params: { channelId: channel.id } })
        .catch((error: unknown) => (last = error));
    }
  }
  return reconnected;
}
