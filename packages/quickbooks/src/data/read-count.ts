import { ProviderError, type ProviderAccess, type DatedQuery } from '@sales-channels/bff/provider';
import { z } from 'zod';
import type { ApiClient } from '../http/api-client.ts';
import { buildQuery, datedWithin } from './query.ts';

const CountBody = z.looseObject({
  QueryResponse: z.looseObject({ totalCount: z.number().int().nonnegative() }),
});

export async function readCount(
  client: ApiClient,
  access: ProviderAccess,
  query: DatedQuery,
): Promise<number> {
  const statement = buildQuery({
    select: 'count(*)',
    type: query.type,
    where: datedWithin(query),
  });
  const { body } = await client(access, { kind: 'count', path: 'query', params: { query: statement } });
  const parsed = CountBody.safeParse(body);
  if (!parsed.success) throw new ProviderError('unavailable', 'count: the answer holds no count');
  return parsed.data.QueryResponse.totalCount;
}
