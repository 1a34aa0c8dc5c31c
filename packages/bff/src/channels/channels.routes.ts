import * as z from 'zod';
import { decodeCursor, encodeCursor } from '../http/list-cursor.ts';
import type { Handlers } from '../http/route.ts';
import type { ChannelsService } from './channels.service.ts';

const runPosition = z.object({ at: z.coerce.date(), id: z.string() });

export function channelRoutes(channels: ChannelsService) {
  return {
    listChannels: async ({ session }) => ({ items: await channels.list(session) }),
    getChannel: ({ session, params }) => channels.get(session, params.channelId),
    createChannel: ({ session, body }) => channels.create(session, body),
    updateChannel: ({ session, params, body }) =>
      channels.moveInitialSyncDate(session, params.channelId, body.initialSyncDate),
    activateChannel: ({ session, params }) => channels.activate(session, params.channelId),
    deactivateChannel: ({ session, params }) => channels.deactivate(session, params.channelId),
    removeChannel: ({ session, params }) => channels.remove(session, params.channelId),
    syncAllChannels: ({ session }) => channels.syncAll(session),
    syncChannel: ({ session, params }) => channels.sync(session, params.channelId),
    getRun: ({ session, params }) => channels.run(session.business.id, params.runId),
    listRuns: async ({ session, params, query }) => {
      const limit = query.limit ?? 20;
      const after = query.cursor ? decodeCursor(query.cursor, runPosition, 'query.cursor') : null;
      const items = await channels.listRuns(
        session.business.id,
        params.channelId,
        after && { requestedAt: after.at, id: after.id },
        limit,
      );
      const last = items.length === limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodeCursor({ at: last.requestedAt, id: last.id }) : null };
    },
  } satisfies Partial<Handlers>;
}
