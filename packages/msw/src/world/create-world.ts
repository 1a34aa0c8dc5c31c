import type { ScenarioName } from '../scenarios/scenarios.ts';
import { scenarios } from '../scenarios/scenarios.ts';
import { createProducts } from '../fixtures/create-products.ts';
import { endAuthorization, settleAuthorizations } from './authorizations.ts';
import { dateIn } from './calendar.ts';
import { createCompanies } from './create-companies.ts';
import { settleRuns } from './runs.ts';
import { startDueRun } from './start-due-run.ts';
import type { World } from './world.ts';

export interface WorldOptions {
  /** Tells the time the world's clock goes by. Default: the machine's clock. */
  clock?: () => Date;
}

/** Makes a business in a named state, e.g. `createWorld('connected')`. Its dates are relative to the clock's time now. */
export function createWorld(scenario: ScenarioName, { clock = () => new Date() }: WorldOptions = {}): World {
  let aheadMs = 0;
  let sequence = 0;
  const idCounts = new Map<string, number>();
  const world: World = {
    ...createBusiness(),
    expiredTokens: new Set(),
    companies: [],
    connections: [],
    channels: [],
    runs: [],
    sales: [],
    authorizations: [],
    audit: [],
    products: createProducts(),
    keptAnswers: new Map(),
    latencyMs: 0,
    runMs: 4000,
    syncEveryMs: 6 * 3_600_000,
    monthlyCalls: null,
    autoApproveMs: null,
    startUrl: (id) => `https://sales-channels.example/authorizations/${id}/start`,
    faults: {},
    hanging: new Set(),
    nextRunProblem: null,
    now: () => new Date(clock().getTime() + aheadMs),
    today: () => dateIn(world.context.timeZone, world.now()),
    advance: (ms) => void (aheadMs += ms),
    setNow: (instant) => void (aheadMs = new Date(instant).getTime() - clock().getTime()),
    nextSequence: () => (sequence += 1),
    nextId: (prefix) => {
      const count = (idCounts.get(prefix) ?? 0) + 1;
      idCounts.set(prefix, count);
      return `${prefix}_${String(count).padStart(6, '0')}`;
    },
    reportChange: (realmId) => {
      const ids = world.connections.filter((one) => one.realmId === realmId).map(({ id }) => id);
      for (const channel of world.channels) {
        if (ids.includes(channel.connectionId ?? '')) channel.reportedAt = world.now().toISOString();
      }
    },
    settle: () => {
      settleAuthorizations(world);
      do settleRuns(world);
      while (startDueRun(world));
    },
    finishAuthorization: (id, outcome, realmId) => {
      const record = world.authorizations.find((authorization) => authorization.id === id);
      if (record?.status !== 'pending') throw new Error(`No sign-in "${id}" is waiting for an answer.`);
      endAuthorization(world, record, outcome, realmId);
    },
  };
  world.companies = createCompanies(world.today());
  scenarios[scenario].enter(world);
  return world;
}

const createBusiness = (): Pick<World, 'context' | 'allowedOrigins'> => ({
  allowedOrigins: null,
  context: {
    business: { id: 'brightwater', name: 'Brightwater' },
    user: { id: 'user_mara', name: 'Mara Lindqvist' },
    permissions: ['read', 'sync', 'manage', 'manual_sales'],
    entitlements: {
      salesTracking: { allowed: true },
      maxAccountingConnections: 1,
      moreConnectionsPlan: 'Advanced',
    },
    timeZone: 'America/New_York',
    homeCurrency: 'USD',
    salesTracking: { enabled: false, prerequisite: null },
    earliestInitialSyncDate: null,
    stockTrackedSince: null,
    manualSales: { hasProducts: false },
    providers: [{ id: 'quickbooks', name: 'QuickBooks Online' }],
  },
});
