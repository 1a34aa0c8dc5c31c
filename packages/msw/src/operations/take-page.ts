import { invalidField } from '../problem-error.ts';

/**
 * One page of a list. The cursor names the last entry of the page before, so entries that come in at the front neither repeat nor
 * hide one.
 */
export function takePage<T extends { id: string }>(
  items: readonly T[],
  cursor: string | undefined,
  limit: number,
): { items: T[]; nextCursor: string | null } {
  const before = cursor === undefined ? -1 : items.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && before === -1)
    throw invalidField('query.cursor', 'This cursor is not one of ours.');
  const page = items.slice(before + 1, before + 1 + limit);
  const isLast = before + 1 + limit >= items.length;
  return { items: page, nextCursor: isLast ? null : (page.at(-1)?.id ?? null) };
}
