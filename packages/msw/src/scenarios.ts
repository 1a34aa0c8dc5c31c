import type { EndpointName } from '@sales-channels/contract';
import { createProblem, endpoints } from '@sales-channels/contract';
import { createManualSales } from './fixtures/create-manual-sales.ts';
import { addAccountingChannel, addManualChannel } from './world/add-channel.ts';
import { addConnection } from './world/authorizations.ts';
import { addDays } from './world/calendar.ts';
import { recordRun } from './world/record-run.ts';
import { startRun } from './world/runs.ts';
import { importDocument } from './world/sales-store.ts';
import type { ChannelRecord, ConnectionRecord, World } from './world/world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const operationNames = Object.keys(endpoints) as EndpointName[];

/** States a business can be in, each put into a new world. */
export const scenarios = {
  /** Sales tracking was never on and nothing is connected. */
  empty: () => {},
  /** Sales tracking cannot be enabled yet. */
  prerequisiteMissing: (world) => {
    world.context.salesTracking = {
      enabled: false,
      prerequisite: 'Turn on Receiving before sales tracking.',
    };
  },
  /** Sales tracking is on, with no accounting connection. */
  notConnected: enableTracking,
  /** An accounting connection is in use by the host, and has no channel yet. */
  readyToConnect: (world) => {
    enableTracking(world);
    connect(world, 0);
  },
  /** A channel up to date, with a few hundred sales. */
  connected,
  /** A first sync under way. It ends by itself. */
  syncing: (world) => {
    enableTracking(world);
    const channel = addAccountingChannel(world, connect(world, 0), addDays(world.today(), -600));
    world.advance(-3000);
    startRun(world, channel, 'connected', 15_000);
    world.advance(3000);
    world.settle();
  },
  /** The last sync failed; the one before did not. */
  failed: (world) => {
    const channel = connected(world);
    recordRun(world, channel, {
      endedMsAgo: 0.4 * HOUR_MS,
      trigger: 'schedule',
      problem: createProblem('provider_busy'),
    });
  },
  /** The last sync could not import every document. */
  completedWithErrors: (world) => {
    const channel = connected(world);
    const reason = 'The line amounts do not add up to the subtotal.';
    recordRun(world, channel, {
      endedMsAgo: 0.4 * HOUR_MS,
      trigger: 'schedule',
      errors: [
        { type: 'invoice', externalId: '3871', number: '5217', reason },
        { type: 'credit_memo', externalId: '3904', number: null, reason },
      ],
    });
  },
  /** A channel nobody has synced yet. */
  neverSynced: (world) => {
    enableTracking(world);
    addAccountingChannel(world, connect(world, 0), addDays(world.today(), -90));
  },
  /** QuickBooks wants somebody to sign in again. */
  reconnectRequired: (world) => {
    connected(world);
    for (const connection of world.connections) connection.status = 'reconnect_required';
  },
  disconnected: (world) => {
    connected(world);
    for (const connection of world.connections) connection.status = 'disconnected';
  },
  inactive: (world) => {
    connected(world).isActive = false;
  },
  /** Sales tracking was on, and is off now; what was imported is kept. */
  trackingOff: (world) => {
    connected(world);
    world.context.salesTracking.enabled = false;
  },
  /** Three companies: one with a channel, one free, one to be signed in to again by the host. */
  severalConnections: (world) => {
    connected(world);
    world.context.entitlements.maxAccountingConnections = 3;
    connect(world, 1);
    const lent = connect(world, 2);
    Object.assign(lent, {
      ownership: 'host',
      status: 'reconnect_required',
    } satisfies Partial<ConnectionRecord>);
  },
  /** The plan has no sales tracking, and there is nothing from before. */
  notInPlan: (world) => {
    world.context.entitlements.salesTracking = { allowed: false, requiredPlan: 'Growth' };
  },
  /** Somebody who may look, and nothing else. */
  readOnly: (world) => {
    connected(world);
    world.context.permissions = ['read'];
  },
  /** Somebody without any permission for sales. */
  noPermission: (world) => {
    connected(world);
    world.context.permissions = [];
  },
  /** Nothing but the context ever answers. */
  loading: (world) => {
    connected(world);
    for (const name of operationNames) if (name !== 'getContext') world.hanging.add(name);
  },
  /** Every answer is an error. */
  serverError: (world) => {
    for (const name of operationNames) world.faults[name] = 'internal';
  },
} as const satisfies Record<string, (world: World) => unknown>;

export type ScenarioName = keyof typeof scenarios;
export const SCENARIO_NAMES = Object.keys(scenarios) as [ScenarioName, ...ScenarioName[]];

function connected(world: World): ChannelRecord {
  enableTracking(world);
  const channel = addAccountingChannel(world, connect(world, 0), addDays(world.today(), -180));
  channel.createdAt = ago(world, 30 * DAY_MS);
  recordRun(world, channel, { endedMsAgo: 30 * DAY_MS, trigger: 'connected' });
  recordRun(world, channel, { endedMsAgo: 12 * DAY_MS, trigger: 'schedule', voided: 4, updated: 2 });
  recordRun(world, channel, { endedMsAgo: 3 * DAY_MS, trigger: 'manual', deleted: 1, updated: 1 });
  recordRun(world, channel, { endedMsAgo: 2 * HOUR_MS, trigger: 'schedule', voided: 1, updated: 3 });
  return channel;
}

function enableTracking(world: World): void {
  world.context.salesTracking.enabled = true;
  const manual = addManualChannel(world);
  manual.createdAt = ago(world, 45 * DAY_MS);
  for (const document of createManualSales(world.today())) {
    importDocument(world, manual, document, `${document.date}T15:00:00.000Z`, {
      cause: 'entered',
      isByUser: true,
    });
  }
}

function connect(world: World, index: number): ConnectionRecord {
  const company = world.companies[index];
  if (company === undefined) throw new RangeError(`There is no company ${index}.`);
  return addConnection(world, company, {
    uses: index === 0 ? ['Item sync', 'Build exports'] : [],
    connectedAt: ago(world, (60 - index) * DAY_MS),
  });
}

const ago = (world: World, ms: number): string => new Date(world.now().getTime() - ms).toISOString();
