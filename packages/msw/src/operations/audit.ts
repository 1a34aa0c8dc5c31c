import type { Operations } from './operation.ts';
import { takePage } from './take-page.ts';

export const auditOperations: Operations<'listAuditEntries'> = {
  listAuditEntries: (world, { query }) => {
    const newestFirst = world.audit.toReversed().toSorted((a, b) => b.at.localeCompare(a.at));
    return takePage(newestFirst, query.cursor, query.limit ?? 50);
  },
};
