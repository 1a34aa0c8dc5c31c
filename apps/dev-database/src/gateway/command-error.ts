import type { Document } from 'bson';
import { nameOfCode } from './error-codes.ts';

/** A failure as a MongoDB client expects it: a number, a message, and labels that tell what may be tried again. */
export class CommandError extends Error {
  readonly code: number;
  readonly labels: readonly string[];
  readonly details: Document;

  constructor(
    code: number,
    message: string,
    options: { labels?: readonly string[]; details?: Document; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'CommandError';
    this.code = code;
    this.labels = options.labels ?? [];
    this.details = options.details ?? {};
  }

  /** The reply document that carries it. */
  toReply(): Document {
    return {
      ok: 0,
      errmsg: this.message,
      code: this.code,
      codeName: nameOfCode(this.code),
      ...(this.labels.length > 0 ? { errorLabels: [...this.labels] } : {}),
      ...this.details,
    };
  }
}

/** The label that tells a driver to run the whole transaction again. */
export const transientTransaction = 'TransientTransactionError';
