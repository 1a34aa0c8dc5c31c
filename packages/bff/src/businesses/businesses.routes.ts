import type { Handlers } from '../http/route.ts';
import type { BusinessesService } from './businesses.service.ts';

export function businessRoutes(businesses: BusinessesService) {
  return {
    getContext: ({ session }) => businesses.context(session),
    setSalesTracking: ({ session, body }) => businesses.setSalesTracking(session, body.enabled),
  } satisfies Partial<Handlers>;
}
