import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import { balancerPage, gatewayFault, type ServiceError, serviceFault, serviceFaultXml } from './bodies.ts';
import type { FaultKind, PlannedFault } from './planned-faults.ts';
import { deliver, send } from './send.ts';

export const throttled: ServiceError = {
  message: 'message=ThrottleExceeded; errorCode=003001; statusCode=429',
  detail: 'The request limit was reached.  Try again later',
  code: '3001',
};
const noAccess: ServiceError = {
  message: 'Authorization Failure',
  detail:
    'AuthorizationFailure: --11014-You do not have access to use QuickBooks Online Plus., statusCode: 401',
  code: '120',
};
const authenticationFailure: ServiceError = {
  message: 'General Authentication Error',
  detail: 'AuthenticationErrorGeneral: SRV-110-Authentication Failure , statusCode: 401',
  code: '100',
};
const systemFault: ServiceError = {
  message: 'An application error has occurred while processing your request',
  detail: 'System Failure Error: Unexpected Internal Error',
  code: '10000',
  element: '',
};
const poisoned: ServiceError = {
  message: 'Error processing query',
  detail: 'QueryProcessingError: To email address entered is invalid',
  code: '4002',
};
const businessError: ServiceError = {
  message: 'A business validation error has occurred while processing your request',
  detail: 'Business Validation Error: Unexpected Internal Error. (-30000)',
  code: '6000',
  element: '',
};

interface Answer {
  readonly status: number;
  readonly kind: 'json' | 'xml' | 'html';
  readonly body: (milliseconds: number) => string;
}

const answer = (status: number, kind: Answer['kind'], body: Answer['body']): Answer => ({
  status,
  kind,
  body,
});
const page = (status: number, text: string) => answer(status, 'html', () => balancerPage(status, text));
const oauthError = (status: number, error: string) => answer(status, 'json', () => JSON.stringify({ error }));

type Interruption = 'slow' | 'lost' | 'cut' | 'cut-reset' | 'reset' | 'stall';

const answers: Readonly<Record<Exclude<FaultKind, Interruption>, Answer>> = {
  '401': answer(401, 'json', (at) => gatewayFault(401, 'Token expired', at)),
  '401-100': answer(401, 'xml', (at) => serviceFaultXml('AuthenticationFault', authenticationFailure, at)),
  '401-120': answer(401, 'xml', (at) => serviceFaultXml('AuthorizatonFault', noAccess, at)),
  '403': answer(403, 'json', (at) => gatewayFault(403, null, at)),
  '429': answer(429, 'json', (at) => serviceFault('SERVICE', throttled, at)),
  '429xml': answer(429, 'xml', (at) => serviceFaultXml('SERVICE', throttled, at)),
  '500': answer(500, 'json', (at) => serviceFault('SystemFault', systemFault, at)),
  '500xml': answer(500, 'xml', (at) => serviceFaultXml('SystemFault', systemFault, at)),
  '502html': page(502, 'Bad Gateway'),
  '503html': page(503, 'Service Temporarily Unavailable'),
  '504html': page(504, 'Gateway Time-out'),
  '200fault': answer(200, 'json', (at) => serviceFault('ValidationFault', businessError, at)),
  '4002': answer(400, 'json', (at) => serviceFault('ValidationFault', poisoned, at)),
  'bad-json': answer(200, 'json', () => '{"QueryResponse":{"Invoice":[{"Id":'),
  'invalid-grant': oauthError(400, 'invalid_grant'),
  'invalid-client': oauthError(401, 'invalid_client'),
};

/**
 * Carries out a planned fault.
 * @returns whether the call is finished; otherwise it goes on, slower or with its answer marked to be lost or cut
 */
export async function applyFault(
  response: Response,
  fault: PlannedFault,
  milliseconds: number,
): Promise<boolean> {
  if (fault.retryAfterSeconds !== undefined)
    response.setHeader('Retry-After', String(fault.retryAfterSeconds));
  if (fault.kind === 'slow') {
    await wait((fault.delaySeconds ?? 30) * 1000, undefined, { ref: false });
    return false;
  }
  if (fault.kind === 'lost' || fault.kind === 'cut' || fault.kind === 'cut-reset') {
    deliver(response, fault.kind);
    return false;
  }
  if (fault.kind === 'reset') response.destroy();
  else if (fault.kind !== 'stall') {
    const { status, kind, body } = answers[fault.kind];
    send(response, status, kind, body(milliseconds));
  }
  return true;
}
