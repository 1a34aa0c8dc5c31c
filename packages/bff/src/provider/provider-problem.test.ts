import { describe, expect, it } from 'vitest';
import { PROVIDER_ERROR_CODES, ProviderError } from './provider-error.ts';
import { asDomainErrors, providerProblem } from './provider-problem.ts';

describe('what people are told of a provider', () => {
  it('H-07 has a problem for every error of the port', () => {
    const problems = PROVIDER_ERROR_CODES.map((code) => [code, providerProblem(new ProviderError(code, ''))]);
    expect(Object.fromEntries(problems)).toEqual({
      invalid_grant: 'reconnect_required',
      access_denied: 'authorization_denied',
      unauthorized: 'provider_failed',
      access_lost: 'access_lost',
      wrong_environment: 'wrong_environment',
      throttled: 'provider_busy',
      unavailable: 'provider_busy',
      ambiguous: 'provider_busy',
      too_old: 'provider_failed',
      poisoned: 'provider_failed',
      rejected: 'provider_failed',
      misconfigured: 'provider_failed',
    });
  });

  it('H-07 keeps the text meant for logs out of the problem', async () => {
    const failing = Promise.reject(new ProviderError('throttled', 'realm 42 at https://internal'));
    await expect(asDomainErrors(failing)).rejects.toMatchObject({ code: 'provider_busy', details: {} });
  });

  it('lets an unexpected error pass as it is', async () => {
    const error = new RangeError('a mistake of ours');
    await expect(asDomainErrors(Promise.reject(error))).rejects.toBe(error);
  });
});
