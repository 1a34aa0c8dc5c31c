import { setTimeout as wait } from 'node:timers/promises';
import type { NextFunction, Request, Response } from 'express';
import type { World } from '../world.ts';
import { applyFault, throttled } from './apply-fault.ts';
import { gatewayFault, serviceFault } from './bodies.ts';
import { type CallKind, isCallKind } from './call-kind.ts';
import { isMetered, isSuccess, onceAnswered } from './counters.ts';
import { setContext } from './request-context.ts';
import { send } from './send.ts';

/** Everything that happens to a request for company data before the service sees it. */
export function createGateway(world: World) {
  return async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    const startedAt = world.clock.milliseconds();
    const realmId = String(request.params['realmId'] ?? '');
    const kind = kindOf(request);
    countWhenDone(world, request, response, realmId, kind);

    const fault = world.faults.take(realmId, kind);
    if (fault && (await applyFault(response, fault, startedAt))) return;

    const refusal = checkBearer(world, request.headers.authorization);
    if (refusal.kind === 'refused') {
      return send(response, 401, 'json', gatewayFault(401, refusal.detail, startedAt));
    }
    const company = world.companies.get(realmId);
    if (!company || refusal.realmId !== realmId) {
      return send(response, 403, 'json', gatewayFault(403, null, startedAt));
    }
    if (world.switches.throttle && !world.throttle.admit(realmId, startedAt)) {
      return send(response, 429, 'json', serviceFault('SERVICE', throttled, startedAt));
    }
    if (isMetered(kind, isRead(request, kind)) && world.quota.isUsedUp(startedAt / 1000)) {
      return send(response, 429, 'json', serviceFault('SERVICE', throttled, startedAt));
    }
    if (!/application\/(?:\*|json)/.test(request.headers.accept ?? '')) {
      const detail =
        'The emulator writes JSON only; the service would answer in XML. Send Accept: application/json.';
      const error = { message: 'Unsupported Operation', detail, code: '500' };
      return send(response, 406, 'json', serviceFault('ValidationFault', error, startedAt));
    }
    company.withheld.release(Math.floor(startedAt / 1000));
    setContext(response, { company, startedAt });
    response.setHeader('QBO-Version', '2026.10');
    const { latency } = world.switches;
    if (latency !== 'none') await wait(latency === 'service' ? 300 + world.random.next() * 1500 : latency);
    next();
  };
}

function kindOf(request: Request): CallKind {
  const [word = ''] = request.path.split('/').filter(Boolean);
  const kind = word.toLowerCase();
  return isCallKind(kind) && kind !== 'token' && kind !== 'revoke' ? kind : 'other';
}

const isRead = (request: Request, kind: CallKind) => request.method === 'GET' || kind === 'query';

function countWhenDone(
  world: World,
  request: Request,
  response: Response,
  realmId: string,
  kind: CallKind,
): void {
  const isBilled = isMetered(kind, isRead(request, kind));
  onceAnswered(response, (status) => {
    const metered = isBilled && isSuccess(status);
    world.counters.record(realmId, kind, status, metered);
    if (metered) world.quota.use(world.clock.seconds());
  });
}

type BearerCheck =
  | { readonly kind: 'ok'; readonly realmId: string }
  | { readonly kind: 'refused'; readonly detail: string | null };

function checkBearer(world: World, header: string | undefined): BearerCheck {
  const token = /^Bearer\s+(.+)$/i.exec(header ?? '')?.[1];
  if (token === undefined) return { kind: 'refused', detail: null };
  if (token.length < 100 || token.length > 4096) {
    return { kind: 'refused', detail: 'Malformed bearer token: too short or too long' };
  }
  const check = world.grants.checkAccess(token);
  if (check.kind === 'valid') {
    const hasScope = check.grant.scopes.includes('com.intuit.quickbooks.accounting');
    return { kind: 'ok', realmId: hasScope ? check.grant.realmId : '' };
  }
  return { kind: 'refused', detail: check.kind === 'expired' ? 'Token expired' : 'Token revoked' };
}
