import type { Endpoint } from '@sales-channels/contract';
import { ProblemError } from './problem-error.ts';
import type { World } from './world/world.ts';

/** Throws the problem of a request that may not be answered: no session or one that is over, another origin, a missing permission, or a plan without sales tracking. */
export function authorize(world: World, endpoint: Endpoint, request: Request): void {
  const token = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (token === undefined) throw new ProblemError('unauthenticated');
  if (world.expiredTokens.has(token)) throw new ProblemError('session_expired');
  const origin = request.headers.get('origin');
  if (origin !== null && world.allowedOrigins?.includes(origin) === false) {
    throw new ProblemError('origin_not_allowed');
  }
  if (!world.context.permissions.includes(endpoint.permission)) {
    throw new ProblemError('forbidden', { permission: endpoint.permission });
  }
  const { allowed, requiredPlan } = world.context.entitlements.salesTracking;
  if (allowed || endpoint.isForEveryPlan) return;
  // What was imported under an earlier plan can still be read.
  if (endpoint.method === 'GET' && world.channels.length > 0) return;
  throw new ProblemError('plan_required', requiredPlan === undefined ? {} : { requiredPlan });
}
