import type { DataCall } from '../rig/emulator-proxy.ts';

/** A statement that reads a page of documents. */
const PAGE = /^select \* from (\w+) .*orderby/i;

/**
 * Watches which pages are asked for again, and whom the servers work for. A kill may cost, for each kind of document, the page
 * that was read and not stored and the one that was read ahead.
 */
export function createCallBook() {
  /** Of each company: how often each page was asked for. */
  const pages = new Map<string, Map<string, number>>();
  const killsOf = new Map<string, number>();
  /** Who asked last for each company. */
  const lastServer = new Map<string, number>();
  /** Companies that were asked for changes: their first reading has come to its end, what is read later is another. */
  const read = new Set<string>();
  let calls = 0;

  return {
    note(server: number, { realmId, kind, statement }: DataCall): void {
      calls += 1;
      lastServer.set(realmId, server);
      if (kind === 'cdc') read.add(realmId);
      if (!PAGE.test(statement) || read.has(realmId)) return;
      const book = pages.get(realmId) ?? new Map<string, number>();
      pages.set(realmId, book.set(statement, (book.get(statement) ?? 0) + 1));
    },
    /** The companies a server was busy with when it died. */
    killed(server: number): void {
      const realms = [...lastServer].filter(([, last]) => last === server).map(([realmId]) => realmId);
      for (const realmId of realms) lastServer.delete(realmId);
      for (const realmId of realms) killsOf.set(realmId, (killsOf.get(realmId) ?? 0) + 1);
    },
    total: () => calls,
    /** Whether the first reading of a company has begun and not come to its end. */
    isReading: (realmId: string): boolean => pages.has(realmId) && !read.has(realmId),
    /** Pages asked for again, and what exceeds two for each kind of document and kill. */
    repeated() {
      let again = 0;
      const excess: string[] = [];
      for (const [realmId, book] of pages) {
        const byType = new Map<string, number>();
        for (const [statement, times] of book) {
          const type = PAGE.exec(statement)?.[1] ?? '';
          byType.set(type, (byType.get(type) ?? 0) + times - 1);
        }
        for (const [type, times] of byType) {
          again += times;
          const allowed = 2 * (killsOf.get(realmId) ?? 0);
          if (times > allowed)
            excess.push(`${realmId}: ${times} pages of ${type} read again, ${allowed} allowed`);
        }
      }
      return { again, excess };
    },
  };
}
