import { recordRun } from '../world/record-run.ts';
import { startRun } from '../world/runs.ts';
import type { World } from '../world/world.ts';
import { connect, connected, DAY_MS, HOUR_MS, openChannel, tracking, twoChannels } from './build.ts';
import type { Scenarios } from './scenario.ts';

function sync(world: World, durationMs: number, sinceMs: number): void {
  tracking(world);
  const channel = openChannel(world, connect(world, 0), { daysBack: 600 });
  world.advance(-sinceMs);
  startRun(world, channel, 'connected', { durationMs });
  world.advance(sinceMs);
  world.settle();
}

export const working = {
  connected: {
    about: 'A channel up to date, with a few hundred sales.',
    enter: connected,
  },
  syncing: {
    about: 'A first sync under way. It ends by itself after a quarter of a minute.',
    enter: (world) => sync(world, 15_000, 3000),
  },
  syncing40: {
    about: 'A long first sync at 40 %, for pictures: it takes twenty minutes.',
    enter: (world) => sync(world, 20 * 60_000, 8 * 60_000 + 1000),
  },
  nothingInRange: {
    about: 'A first sync that found nothing: the company sold nothing since the initial sync date.',
    enter: (world) => {
      tracking(world);
      for (const company of world.companies) company.documents = [];
      const channel = openChannel(world, connect(world, 0), { daysBack: 90, daysAgo: 1 });
      recordRun(world, channel, { endedMsAgo: HOUR_MS, trigger: 'connected' });
    },
  },
  syncsByItself: {
    about: 'The last syncs came by themselves: one on schedule, one for a change that was reported.',
    enter: (world) => {
      const channel = connected(world);
      recordRun(world, channel, { endedMsAgo: 40 * 60_000, trigger: 'webhook', updated: 1 });
    },
  },
  twoChannels: {
    about: 'Two companies, each with a channel; the plan has room for three.',
    enter: (world) => {
      twoChannels(world);
      world.context.entitlements.maxAccountingConnections = 3;
    },
  },
  severalConnections: {
    about: 'Three companies: one with a channel, one free, one the host has to sign in to again.',
    enter: (world) => {
      connected(world);
      world.context.entitlements.maxAccountingConnections = 3;
      connect(world, 1);
      Object.assign(connect(world, 2), { ownership: 'host', status: 'reconnect_required' });
    },
  },
  hostOwned: {
    about: 'A channel on a connection the host signs in to and lends.',
    enter: (world) => {
      connected(world);
      for (const connection of world.connections) connection.ownership = 'host';
    },
  },
  inactive: {
    about: 'A channel somebody deactivated; its sales stay.',
    enter: (world) => {
      connected(world).isActive = false;
    },
  },
  disconnected: {
    about: 'The connection was disconnected; channel and sales stay.',
    enter: (world) => {
      connected(world);
      for (const connection of world.connections) connection.status = 'disconnected';
    },
  },
  trackingOff: {
    about: 'Sales tracking was on and is off now; what was imported is kept.',
    enter: (world) => {
      connected(world);
      world.context.salesTracking.enabled = false;
    },
  },
  backfilledLongAgo: {
    about: 'A channel that has not synced for forty days.',
    enter: (world) => {
      tracking(world);
      const channel = openChannel(world, connect(world, 0), { daysBack: 400, daysAgo: 50 });
      recordRun(world, channel, { endedMsAgo: 40 * DAY_MS, trigger: 'connected' });
      world.syncEveryMs = null;
    },
  },
} as const satisfies Scenarios;
