import { setTimeout as wait } from 'node:timers/promises';
import type { Response } from 'express';
import { balancerPage, gatewayFault, type ServiceError, serviceFault, serviceFaultXml } from './bodies.ts';
import type { PlannedFault } from './planned-faults.ts';
import { deliver, send, sendJson } from './send.ts';

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
  switch (fault.kind) {
    case 'slow':
      await wait((fault.delaySeconds ?? 30) * 1000, undefined, { ref: false });
      return false;
    case 'lost':
    case 'cut':
      deliver(response, fault.kind);
      return false;
    case 'reset':
      response.destroy();
      return true;
    case 'stall':
      return true;
    case '401':
      send(response, 401, 'json', gatewayFault(401, 'Token expired', milliseconds));
      return true;
    case '403':
      send(response, 403, 'json', gatewayFault(403, null, milliseconds));
      return true;
    case '401-100':
      send(response, 401, 'xml', serviceFaultXml('AuthenticationFault', authenticationFailure, milliseconds));
      return true;
    case '401-120':
      send(response, 401, 'xml', serviceFaultXml('AuthorizatonFault', noAccess, milliseconds));
      return true;
    case '429':
      send(response, 429, 'json', serviceFault('SERVICE', throttled, milliseconds));
      return true;
    case '429xml':
      send(response, 429, 'xml', serviceFaultXml('SERVICE', throttled, milliseconds));
      return true;
    case '500':
      send(response, 500, 'json', serviceFault('SystemFault', systemFault, milliseconds));
      return true;
    case '500xml':
      send(response, 500, 'xml', serviceFaultXml('SystemFault', systemFault, milliseconds));
      return true;
    case '502html':
      send(response, 502, 'html', balancerPage(502, 'Bad Gateway'));
      return true;
    case '503html':
      send(response, 503, 'html', balancerPage(503, 'Service Temporarily Unavailable'));
      return true;
    case '504html':
      send(response, 504, 'html', balancerPage(504, 'Gateway Time-out'));
      return true;
    case '200fault':
      send(response, 200, 'json', serviceFault('ValidationFault', businessError, milliseconds));
      return true;
    case '4002':
      send(response, 400, 'json', serviceFault('ValidationFault', poisoned, milliseconds));
      return true;
    case 'invalid-grant':
      sendJson(response, 400, { error: 'invalid_grant' });
      return true;
    case 'invalid-client':
      sendJson(response, 401, { error: 'invalid_client' });
      return true;
    case 'bad-json':
      send(response, 200, 'json', '{"QueryResponse":{"Invoice":[{"Id":');
      return true;
  }
}
