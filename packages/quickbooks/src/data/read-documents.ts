import type { ProviderAccess, SaleType } from '@sales-channels/bff/provider';
import type { ApiClient } from '../http/api-client.ts';
import { assertAnswers, judge } from './doubtful-fault.ts';
import { rowsOf } from './read-page.ts';
import { buildQuery, PAGE_SIZE } from './query.ts';

/** The rows of some documents; those that do not exist any more are left out. */
export async function readDocuments(
  client: ApiClient,
  access: ProviderAccess,
  { type, externalIds }: { type: SaleType; externalIds: readonly string[] },
): Promise<{ rows: unknown[]; serverTime: Date }> {
  const query = buildQuery({
    select: '*',
    type,
    where: [{ property: 'Id', operator: 'in', values: externalIds }],
    startPosition: 1,
    maxResults: PAGE_SIZE,
  });
  const answer = await client(access, { kind: 'documents', path: 'query', params: { query } }).catch(
    async (error: unknown) => {
      const judged = judge(error, access);
      if (judged !== error && externalIds.length === 1) await assertAnswers(client, access, type);
      throw judged;
    },
  );
  return { rows: rowsOf(answer, type), serverTime: answer.serverTime };
}
