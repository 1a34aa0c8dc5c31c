/** A statement the service refuses: 4000 when it cannot be read, 4001 when it asks for something that is not allowed. */
export class QueryFault extends Error {
  readonly code: '4000' | '4001';

  constructor(code: '4000' | '4001', detail: string) {
    super(detail);
    this.name = 'QueryFault';
    this.code = code;
  }
}
