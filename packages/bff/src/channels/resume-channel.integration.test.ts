import { describe, expect, it } from 'vitest';
import type { HostConnection } from '../options.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection } from '../testing/start-test-bff.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync } = useSyncedBusiness();

describe("the channel of a connection of the host's", () => {
  it.each([
    ['comes to need a sign-in', [hostConnection('r1', { status: 'reconnect_required' })]],
    ['is gone', []],
  ] as [string, HostConnection[]][])(
    'H-04 goes on by itself after its connection %s and works again',
    async (_what, told) => {
      const works = [hostConnection('r1')];
      let present = works;
      await restart({
        hostConnections: { list: async () => present, getAccessToken: async () => 'token' },
      });
      const { client } = business.test;
      const channel = await business.test.openChannel();
      const params = { channelId: channel.id };
      await sync(channel.id);
      present = told;
      await client.listConnections();
      await expect(client.syncChannel({ params })).rejects.toMatchObject({
        code: expect.stringMatching(/^(reconnect_required|connection_unavailable)$/) as string,
      });
      business.provider.documents = [scriptedSale('meanwhile', { updatedAt: new Date() })];
      present = works;
      await client.listConnections();
      await client.listConnections();
      const { currentRun, lastRun } = await client.getChannel({ params });
      expect(await business.test.ended((currentRun ?? lastRun)?.id ?? '')).toMatchObject({
        trigger: 'reconnection',
        requestedBy: null,
        state: 'succeeded',
        counts: { created: 1 },
      });
      const { items } = await client.listRuns({ params, query: {} });
      expect(items.map(({ trigger }) => trigger)).toEqual(['reconnection', 'manual']);
    },
  );
});
