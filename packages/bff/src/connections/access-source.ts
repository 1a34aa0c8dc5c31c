import { ProviderError } from '../provider/provider-error.ts';
import type { Connection } from './connection.ts';

/** An access token and what its source needs to know it again. */
export interface AccessToken {
  accessToken: string;
  version: number;
  /** Null where the host keeps it to itself. */
  expiresAt: Date | null;
}

/** Where the access tokens of a connection come from. Both rejections are a `ProviderError`. */
export interface AccessSource {
  /** A token that should be good now. */
  current(connection: Connection): Promise<AccessToken>;
  /** Another token than the one the provider has just turned down. */
  instead(connection: Connection, rejected: AccessToken): Promise<AccessToken>;
  /** The provider turned down that one as well: what people should hear of it. */
  rejectedAgain(connection: Connection, token: AccessToken, error: ProviderError): Promise<ProviderError>;
}

export const grantIsOver = (cause?: unknown): ProviderError =>
  new ProviderError('invalid_grant', 'Somebody has to sign in again.', { cause });

export const isUnauthorized = (error: unknown): error is ProviderError =>
  error instanceof ProviderError && error.code === 'unauthorized';
