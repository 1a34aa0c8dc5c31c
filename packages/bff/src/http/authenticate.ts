import type { Permission } from '@sales-channels/contract';
import type { Request } from 'express';
import { DomainError } from '../domain-error.ts';
import type { VerifiedSession } from '../session/session.ts';

export type VerifySession = (token: string) => Promise<VerifiedSession>;

/** The session of a request, checked for its origin and the permission the operation needs. */
export async function authenticate(
  request: Request,
  verify: VerifySession,
  permission: Permission,
): Promise<VerifiedSession> {
  const [scheme, token] = (request.get('authorization') ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || !token) throw new DomainError('unauthenticated');
  const session = await verify(token);
  const origin = request.get('origin');
  if (origin !== undefined && !session.allowedOrigins.includes(origin))
    throw new DomainError('origin_not_allowed');
  if (!session.permissions.includes(permission)) throw new DomainError('forbidden', { permission });
  return session;
}
