import type { Authorization, ProblemCode, ProblemDetails } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { hasRoomForConnection, isInPlan, limitOf } from './plan.ts';
import { connectionSubject, recordAudit } from './record-audit.ts';
import { startRun } from './runs.ts';
import type { AuthorizationOutcome, AuthorizationRecord, Company, ConnectionRecord, World } from './world.ts';

const LIFETIME_MS = 10 * 60_000;

export function viewAuthorization(record: AuthorizationRecord): Authorization {
  const { startedAtMs: _startedAtMs, reconnects: _reconnects, ...authorization } = record;
  return authorization;
}

/** Begins a sign-in that waits for an answer. */
export function startAuthorization(world: World, reconnects: string | null): AuthorizationRecord {
  const startedAtMs = world.now().getTime();
  const record: AuthorizationRecord = {
    id: world.nextId('authorization'),
    status: 'pending',
    connectionId: null,
    problem: null,
    expiresAt: new Date(startedAtMs + LIFETIME_MS).toISOString(),
    startedAtMs,
    reconnects,
  };
  world.authorizations.push(record);
  return record;
}

/** Approves or expires the sign-ins whose time has come. */
export function settleAuthorizations(world: World): void {
  const nowMs = world.now().getTime();
  for (const record of world.authorizations) {
    if (record.status !== 'pending') continue;
    if (nowMs >= Date.parse(record.expiresAt)) endAuthorization(world, record, 'expired');
    else if (world.autoApproveMs !== null && nowMs >= record.startedAtMs + world.autoApproveMs) {
      endAuthorization(world, record, 'approved');
    }
  }
}

/** Ends a pending sign-in the way a person, the provider or the clock did. */
export function endAuthorization(
  world: World,
  record: AuthorizationRecord,
  outcome: AuthorizationOutcome,
  realmId?: string,
): void {
  if (outcome === 'approved') return approve(world, record, realmId);
  if (outcome === 'expired') {
    record.status = 'expired';
    record.problem = createProblem('authorization_expired');
    return;
  }
  if (outcome === 'company_mismatch') return refuseOtherCompany(world, record, realmId);
  fail(record, outcome === 'denied' ? 'authorization_denied' : outcome);
}

function fail(record: AuthorizationRecord, code: ProblemCode, details: ProblemDetails = {}): void {
  record.status = 'failed';
  record.problem = createProblem(code, details);
}

function approve(world: World, record: AuthorizationRecord, realmId: string | undefined): void {
  const asked = world.connections.find(({ id }) => id === record.reconnects);
  const company = pickCompany(world, realmId ?? asked?.realmId);
  if (company === undefined) return fail(record, 'company_in_use');
  if (asked && company.realmId !== asked.realmId) return refuseOtherCompany(world, record, company.realmId);
  const known = world.connections.find((connection) => connection.realmId === company.realmId);
  if (!hasRoomForConnection(world, known ?? null)) {
    return fail(record, 'connection_limit_reached', limitOf(world));
  }
  const connection = known ?? addConnection(world, company);
  record.status = 'succeeded';
  record.connectionId = connection.id;
  connection.status = 'connected';
  connection.authorizationEndsAt = endOfAuthorization(world.now());
  recordAudit(
    world,
    known ? 'connection_reconnected' : 'connection_connected',
    connectionSubject(connection),
  );
  if (known) resume(world, known);
}

/** What was sold while the connection was gone is fetched at once. */
function resume(world: World, connection: ConnectionRecord): void {
  const channel = world.channels.find(({ connectionId }) => connectionId === connection.id);
  if (!channel?.isActive || !world.context.salesTracking.enabled || !isInPlan(world, channel)) return;
  if (!world.runs.some(({ run, work }) => run.channelId === channel.id && work !== null)) {
    startRun(world, channel, 'reconnection');
  }
}

function refuseOtherCompany(world: World, record: AuthorizationRecord, realmId: string | undefined): void {
  const asked = world.connections.find(({ id }) => id === record.reconnects);
  const picked =
    realmId ?? world.companies.find((company) => company.realmId !== asked?.realmId)?.realmId ?? '';
  const known = world.connections.find((connection) => connection.realmId === picked);
  fail(record, 'company_mismatch', {
    companies: {
      connected: asked?.companyName ?? '',
      picked: known?.companyName ?? null,
      pickedRealmId: picked,
    },
  });
}

/** The company of a realm; without one, the first that is not connected. */
function pickCompany(world: World, realmId: string | undefined): Company | undefined {
  const isLive = (company: Company) =>
    world.connections.some(
      (connection) => connection.realmId === company.realmId && connection.status !== 'disconnected',
    );
  if (realmId === undefined) return world.companies.find((company) => !isLive(company));
  const company = world.companies.find((company) => company.realmId === realmId);
  if (company === undefined) throw new Error(`Nobody has a company "${realmId}".`);
  return company;
}

/** A sign-in that is used is good for five years. */
const endOfAuthorization = (signedInAt: Date): string =>
  new Date(signedInAt.getTime() + 5 * 365 * 86_400_000).toISOString();

/** Connects a company, as a sign-in would. */
export function addConnection(
  world: World,
  company: Company,
  details: Partial<World['connections'][number]> = {},
): World['connections'][number] {
  const connection = {
    id: world.nextId('connection'),
    provider: 'quickbooks',
    providerName: 'QuickBooks Online',
    environment: 'sandbox',
    realmId: company.realmId,
    companyName: company.name,
    homeCurrency: company.homeCurrency,
    ownership: 'kit' as const,
    status: 'connected' as const,
    uses: [],
    connectedAt: world.now().toISOString(),
    ...details,
    authorizationEndsAt:
      details.ownership === 'host' ? null : (details.authorizationEndsAt ?? endOfAuthorization(world.now())),
  };
  world.connections.push(connection);
  return connection;
}
