import * as z from 'zod';
import { decodeCursor, encodeCursor } from '../http/list-cursor.ts';
import type { Handlers } from '../http/route.ts';
import type { Audit } from './create-audit.ts';

const position = z.object({ at: z.coerce.date(), id: z.string() });

export function auditRoutes(audit: Audit) {
  return {
    listAuditEntries: async ({ session, query }) => {
      const limit = query.limit ?? 50;
      const after = query.cursor ? decodeCursor(query.cursor, position, 'query.cursor') : null;
      const found = await audit.list(session.business.id, after, limit + 1);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodeCursor({ at: last.at, id: last.id }) : null };
    },
  } satisfies Partial<Handlers>;
}
