import { ProviderError, type ProviderErrorCode } from '@sales-channels/bff/provider';
import type { Fault } from './fault.ts';

/** An answer to a data request that carries no data. */
export interface FailedAnswer {
  status: number;
  fault: Fault | null;
  /** True where the body is neither JSON nor a fault: a load balancer's page, a proxy's, nothing at all. */
  isNonsense: boolean;
  traceId: string | null;
  retryAfterMs: number;
}

/** A system fault: QuickBooks is in trouble, or fails on one document as it does with 4002. */
export const DOUBTFUL = '10000';

const byFaultCode: Record<string, ProviderErrorCode> = {
  '100': 'unauthorized',
  '120': 'access_lost',
  '3001': 'throttled',
  '3100': 'wrong_environment',
  '3200': 'unauthorized',
  '4000': 'rejected',
  '4001': 'rejected',
  '4002': 'poisoned',
  '6190': 'access_lost',
  [DOUBTFUL]: 'unavailable',
};

/** The error for an answer without data. The fault's code decides before the status: the two do not always agree. */
export function answerError(operation: string, answer: FailedAnswer): ProviderError {
  const { status, fault, traceId } = answer;
  const code = codeOf(answer);
  const what = fault ? ` ${fault.code ?? fault.type} ${fault.message}: ${fault.detail}` : '';
  return new ProviderError(code, `${operation}: HTTP ${String(status)}${what}`.slice(0, 500), {
    status,
    ...(fault?.code && { providerCode: fault.code }),
    ...(traceId !== null && { traceId }),
    ...(code === 'throttled' && { retryAfterMs: answer.retryAfterMs }),
  });
}

function codeOf({ status, fault, isNonsense }: FailedAnswer): ProviderErrorCode {
  if (fault?.code && Object.hasOwn(byFaultCode, fault.code)) return byFaultCode[fault.code] ?? 'rejected';
  if (status === 429) return 'throttled';
  if (status === 401) return 'unauthorized';
  if (status >= 500 || status === 408 || isNonsense) return 'unavailable';
  if (fault && isTooOld(fault)) return 'too_old';
  if (fault?.type === 'SystemFault') return 'unavailable';
  return 'rejected';
}

/** No code is known for it, only the wording. */
function isTooOld(fault: Fault): boolean {
  return /changedSince.*older than/is.test(`${fault.message} ${fault.detail}`);
}
