import type {
  AccountingProvider,
  DatedQuery,
  PageCursor,
  ProviderAccess,
  ProviderSale,
  SalesPage,
  UnreadableDocument,
} from '../index.ts';
import { ProviderError } from '../provider-error.ts';
import type { ProviderWorld, WorldCompany } from './world.ts';

/** A person connects the company: through the provider's page to working access. */
export async function connect(world: ProviderWorld, company: WorldCompany) {
  const { provider, redirectUri } = world;
  const { realmId } = company;
  const url = provider.authorizationUrl({ state: 'state-1', redirectUri });
  const code = (await world.visit(url, { realmId, approve: true })).get('code') ?? '';
  const tokens = await provider.exchange({ code, realmId, redirectUri });
  const access: ProviderAccess = { accessToken: tokens.accessToken, realmId };
  return { code, tokens, access };
}

export interface Walk {
  sales: ProviderSale[];
  unreadable: UnreadableDocument[];
  cursors: PageCursor[];
  pages: number;
}

/** Reads every page; cursors go through JSON, as they do when they are stored. */
export async function walkPages(
  read: (cursor: PageCursor | null) => Promise<SalesPage>,
  first: PageCursor | null = null,
  between: (pages: number) => Promise<void> = () => Promise.resolve(),
): Promise<Walk> {
  const walk: Walk = { sales: [], unreadable: [], cursors: [], pages: 0 };
  let cursor: PageCursor | null = first;
  do {
    const page = await read(cursor);
    walk.sales.push(...page.sales);
    walk.unreadable.push(...page.unreadable);
    walk.pages += 1;
    cursor = page.next && (JSON.parse(JSON.stringify(page.next)) as PageCursor);
    if (cursor) {
      walk.cursors.push(cursor);
      await between(walk.pages);
    }
  } while (cursor);
  return walk;
}

/** Reads every page of a range of dates. */
export const walkDays = (
  provider: AccountingProvider,
  access: ProviderAccess,
  query: DatedQuery,
  between?: (pages: number) => Promise<void>,
): Promise<Walk> =>
  walkPages((cursor) => provider.pageSince(access, { ...query, ...(cursor && { cursor }) }), null, between);

/** The code of the ProviderError a call rejects with; anything else fails the test. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => new Error('It resolved.'),
    (reason: unknown) => reason,
  );
  if (error instanceof ProviderError) return error.code;
  throw new Error('Expected a ProviderError', { cause: error });
}

export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
}
