import type { Endpoint } from '@sales-channels/contract';
import { ProblemError } from './problem-error.ts';
import type { World } from './world/world.ts';

/** Throws the problem of a request that may not be answered: no session, a missing permission, or a plan without sales tracking. */
export function authorize(world: World, endpoint: Endpoint, request: Request): void {
  if (!/^Bearer \S+$/i.test(request.headers.get('authorization') ?? '')) {
    throw new ProblemError('unauthenticated');
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
