import type { Authorization } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { AuthorizationOutcome, AuthorizationRecord, Company, World } from './world.ts';

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
): void {
  if (outcome === 'approved') return approve(world, record);
  if (outcome === 'expired') {
    record.status = 'expired';
    record.problem = createProblem('authorization_expired');
    return;
  }
  record.status = 'failed';
  record.problem = createProblem(outcome === 'denied' ? 'authorization_denied' : outcome);
}

function approve(world: World, record: AuthorizationRecord): void {
  const reconnected = world.connections.find(({ id }) => id === record.reconnects);
  const company = freeCompany(world);
  if (reconnected === undefined && company === undefined)
    return endAuthorization(world, record, 'company_in_use');
  record.status = 'succeeded';
  if (reconnected) {
    reconnected.status = 'connected';
    record.connectionId = reconnected.id;
  } else if (company) {
    record.connectionId = addConnection(world, company).id;
  }
}

/** The first company that is not connected yet. */
const freeCompany = (world: World): Company | undefined =>
  world.companies.find(({ realmId }) => !world.connections.some((taken) => taken.realmId === realmId));

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
  };
  world.connections.push(connection);
  return connection;
}
