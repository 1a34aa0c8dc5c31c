/**
 * A statement the service refuses: 4000 when it cannot be read, 4001 when it asks for something that is not allowed,
 * 4002 when a record on the page cannot be written.
 */
export type QueryFaultCode = '4000' | '4001' | '4002';

export class QueryFault extends Error {
  readonly code: QueryFaultCode;

  constructor(code: QueryFaultCode, detail: string) {
    super(detail);
    this.name = 'QueryFault';
    this.code = code;
  }
}
