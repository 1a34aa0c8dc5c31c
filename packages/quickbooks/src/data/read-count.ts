import { ProviderError, type ProviderAccess, type SaleType } from '@sales-channels/bff/provider';
import { z } from 'zod';
import type { ApiClient } from '../http/api-client.ts';
import { buildQuery } from './query.ts';

const CountBody = z.looseObject({
  QueryResponse: z.looseObject({ totalCount: z.number().int().nonnegative() }),
});

export async function readCount(
  client: ApiClient,
  access: ProviderAccess,
  { type, from }: { type: SaleType; from: string },
): Promise<number> {
  const query = buildQuery({
    select: 'count(*)',
    type,
    where: [{ property: 'TxnDate', operator: '>=', value: from }],
  });
  const { body } = await client(access, { kind: 'count', path: 'query', params: { query } });
  const parsed = CountBody.safeParse(body);
  if (!parsed.success) throw new ProviderError('unavailable', 'count: the answer holds no count');
  return parsed.data.QueryResponse.totalCount;
}
