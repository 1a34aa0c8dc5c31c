import type { PageCursor, SalesPage } from '../provider/provider.ts';

/**
 * Uses page after page. The next one is fetched while the one at hand is used, and no further one: memory stays flat, and no
 * more than these two are fetched again after a crash.
 */
export async function walkPages(
  read: (cursor: PageCursor | null) => Promise<SalesPage>,
  first: PageCursor | null,
  use: (page: SalesPage) => Promise<void>,
): Promise<void> {
  let reading = read(first);
  for (;;) {
    const page = await reading;
    const upcoming = page.next && read(page.next);
    // Its failure is told when its turn comes, after the page at hand is used.
    upcoming?.catch(() => undefined);
    await use(page);
    if (!upcoming) return;
    reading = upcoming;
  }
}
