import type { ProviderPace } from '@sales-channels/bff/provider';
import type { QuickBooksEnvironment } from './environments.ts';

export interface QuickBooksConfig {
  clientId: string;
  clientSecret: string;
  environment: QuickBooksEnvironment;
  /** The verifier token of the app's webhooks; without it the provider takes no notifications. */
  webhookVerifierToken?: string;
  timeouts?: {
    /** Milliseconds for a token or revoke request. Default 30,000. */
    token?: number;
    /** Milliseconds for a data request, body included. Default 150,000: QuickBooks itself gives up after 120,000. */
    data?: number;
  };
  /** Default: a little less than QuickBooks turns down. More is for an emulator that does not count. */
  pace?: Partial<ProviderPace>;
  /** Default: the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Default: `() => new Date()`. */
  clock?: () => Date;
}

export const DEFAULT_TOKEN_TIMEOUT_MS = 30_000;
export const DEFAULT_DATA_TIMEOUT_MS = 150_000;
