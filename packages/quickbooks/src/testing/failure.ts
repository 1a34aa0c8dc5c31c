import { ProviderError } from '@sales-channels/bff/provider';

/** The ProviderError a promise rejects with. */
export async function failure(promise: Promise<unknown>): Promise<ProviderError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProviderError)) throw new Error('Expected a ProviderError', { cause: error });
  return error;
}
