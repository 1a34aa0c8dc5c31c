import { formatPacificMillisecond } from '../time/pacific-time.ts';

/** Faults of the gateway in front of the service: JSON with lower-case names and a time in epoch milliseconds. */
export function gatewayFault(status: 401 | 403, detail: string | null, milliseconds: number): string {
  const kind = {
    401: ['AuthenticationFailed', '3200', 'AUTHENTICATION'],
    403: ['AuthorizationFailed', '3100', 'SERVICE'],
  };
  const [name, code, type] = kind[status];
  return JSON.stringify({
    warnings: null,
    intuitObject: null,
    fault: {
      error: [
        {
          message: `message=${name}; errorCode=00${code}; statusCode=${status}`,
          detail,
          code,
          element: null,
        },
      ],
      type,
    },
    report: null,
    queryResponse: null,
    batchItemResponse: [],
    attachableResponse: [],
    syncErrorResponse: null,
    requestId: null,
    time: milliseconds,
    status: null,
    cdcresponse: [],
  });
}

export interface ServiceError {
  readonly message: string;
  readonly detail: string;
  readonly code: string;
  readonly element?: string;
}

export type FaultType =
  'ValidationFault' | 'AuthenticationFault' | 'AuthorizatonFault' | 'SystemFault' | 'SERVICE';

/** Faults of the service itself, as JSON. */
export function serviceFault(type: FaultType, error: ServiceError, milliseconds: number): string {
  const { message, detail, code, element } = error;
  return JSON.stringify({
    Fault: {
      Error: [{ Message: message, Detail: detail, code, ...(element !== undefined && { element }) }],
      type,
    },
    time: formatPacificMillisecond(milliseconds),
  });
}

/** The same as XML, which the service sends at times whatever the client accepts. */
export function serviceFaultXml(type: FaultType, error: ServiceError, milliseconds: number): string {
  const time = formatPacificMillisecond(milliseconds);
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` +
    `<IntuitResponse time="${time}" xmlns="http://schema.intuit.com/finance/v3"><Fault type="${type}">` +
    `<Error code="${error.code}"><Message>${escapeMarkup(error.message)}</Message>` +
    `<Detail>${escapeMarkup(error.detail)}</Detail></Error></Fault></IntuitResponse>`
  );
}

export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** What the load balancer answers when nothing behind it does. */
export function balancerPage(status: number, text: string): string {
  const title = `${status} ${text}`;
  return `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`;
}
