import type { ProblemCode } from '@sales-channels/contract';
import { DomainError } from '../domain-error.ts';
import type { ProviderErrorCode } from './provider-error.ts';
import { ProviderError } from './provider-error.ts';

const PROBLEM_OF: Readonly<Record<ProviderErrorCode, ProblemCode>> = {
  invalid_grant: 'reconnect_required',
  access_denied: 'authorization_denied',
  access_lost: 'access_lost',
  wrong_environment: 'wrong_environment',
  throttled: 'provider_busy',
  unavailable: 'provider_busy',
  ambiguous: 'provider_busy',
  unauthorized: 'provider_failed',
  poisoned: 'provider_failed',
  rejected: 'provider_failed',
  too_old: 'provider_failed',
  misconfigured: 'provider_failed',
};

/** The problem that people are shown for what went wrong at a provider. */
export const providerProblem = (error: ProviderError): ProblemCode => PROBLEM_OF[error.code];

/** Turns a provider's refusal into its problem; other errors pass as they are. */
export async function asDomainErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof ProviderError ? new DomainError(providerProblem(error)) : error;
  }
}
