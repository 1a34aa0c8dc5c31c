import type { Handlers } from '../http/route.ts';
import type { createAuthorizationsService } from './authorizations.service.ts';

export function createAuthorizationRoutes(service: ReturnType<typeof createAuthorizationsService>) {
  return {
    startAuthorization: ({ session, body }) => service.start(session, body),
    getAuthorization: ({ session, params }) => service.get(session.business.id, params.authorizationId),
  } satisfies Partial<Handlers>;
}
