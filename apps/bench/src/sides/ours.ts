import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createBff } from './create-bff.ts';
import { openChannel, serveBff } from './serve-bff.ts';
import type { Place, Side, Timing } from './side.ts';

/** The BFF with its worker and API in one process, asked to sync over HTTP. */
export async function openOurs({ realmId, from, ...place }: Place): Promise<Side> {
  const sessionSecret = randomBytes(32).toString('hex');
  let accessToken: string | null = null;
  const bff = await createBff({
    ...place,
    sessionSecret,
    encryptionKey: randomBytes(32).toString('base64'),
    accessTokenOf: () => accessToken,
  });
  const api = await serveBff(bff, sessionSecret);
  const client = api.clientOf(realmId);
  const channelId = await openChannel(client, from);
  await bff.worker.start();

  async function sync(token: string): Promise<Timing> {
    accessToken = token;
    const asked = performance.now();
    let run = await client.syncChannel({ params: { channelId } });
    let pause = 20;
    while (!run.endedAt) {
      await wait(pause);
      // Looking must not cost what is measured: seldom once it takes longer.
      pause = Math.min(500, pause * 1.2);
      run = await client.getRun({ params: { runId: run.id } });
    }
    const fromRequestSeconds = (performance.now() - asked) / 1000;
    if (run.state !== 'succeeded' || !run.startedAt)
      throw new Error(
        `The sync ended as ${run.state}: ${JSON.stringify(run.problem ?? run.errors.slice(0, 3))}`,
      );
    return { seconds: (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000, fromRequestSeconds };
  }

  return {
    backfill: sync,
    increment: sync,
    async close() {
      await api.stop();
      await bff.close();
    },
  };
}
