import { ProviderError, type ProviderAccess, type SaleType } from '@sales-channels/bff/provider';
import { DOUBTFUL } from '../http/answer-error.ts';
import type { ApiClient } from '../http/api-client.ts';
import { readCount } from './read-count.ts';

/** Whether QuickBooks failed in a way that may be the whole service's or one document's. */
export const isDoubtful = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && error.providerCode === DOUBTFUL;

/** What the error of a call for several documents is taken for. */
export function judge(error: unknown, { blamesDocument = false }: ProviderAccess): unknown {
  if (!isDoubtful(error) || !blamesDocument) return error;
  const { status, providerCode, message } = error;
  return new ProviderError('poisoned', message, {
    ...(status !== null && { status }),
    ...(providerCode !== null && { providerCode }),
    cause: error,
  });
}

/**
 * Asked before a document that stands alone is taken to be at fault: counting writes no document.
 * @throws ProviderError what QuickBooks fails with
 */
export async function assertAnswers(
  client: ApiClient,
  access: ProviderAccess,
  type: SaleType,
): Promise<void> {
  await readCount(client, access, { type, from: '1970-01-01' });
}
