import type { ChangeEvent } from './change-event.ts';
import type { WebhookFormat } from './notification-body.ts';
import type { Signing } from './signature.ts';

/** Where an app wants to be told of changes. */
export interface WebhookEndpoint {
  /** http or https. */
  readonly url: string;
  /** Key of the signature. */
  readonly verifierToken: string;
}

export interface Attempt {
  /** ISO instant on the emulator's clock. */
  readonly at: string;
  /** HTTP status of the answer, or why there was none. */
  readonly outcome: number | 'timeout' | 'unreachable';
}

/** One notification and what became of it. */
export interface Delivery {
  readonly id: number;
  readonly format: WebhookFormat;
  readonly signing: Signing;
  readonly events: readonly ChangeEvent[];
  /** The very bytes of every attempt. */
  readonly body: string;
  /** `lost` was never sent, or given up when the endpoint went. */
  state: 'waiting' | 'delivered' | 'lost' | 'refused';
  /** Emulator time of the next attempt, in epoch milliseconds. */
  dueAt: number;
  readonly attempts: Attempt[];
}
