import { connected, twoChannels } from './build.ts';
import type { Scenarios } from './scenario.ts';

export const plansAndPermissions = {
  notInPlan: {
    about: 'The plan has no sales tracking, and there is nothing from before.',
    enter: (world) => {
      world.context.entitlements.salesTracking = { allowed: false, requiredPlan: 'Growth' };
    },
  },
  planLost: {
    about: 'The plan lost sales tracking; what there is can be read.',
    enter: (world) => {
      connected(world);
      world.context.entitlements.salesTracking = { allowed: false, requiredPlan: 'Growth' };
    },
  },
  limitReached: {
    about: 'Two channels, which is all the plan allows.',
    enter: (world) => {
      twoChannels(world);
      world.context.entitlements.maxAccountingConnections = 2;
    },
  },
  downgraded: {
    about: 'Two channels where the plan now allows one: the newer is not in the plan.',
    enter: twoChannels,
  },
  readOnly: {
    about: 'Somebody who may look, and nothing else.',
    enter: (world) => {
      connected(world);
      world.context.permissions = ['read'];
    },
  },
  noPermission: {
    about: 'Somebody without any permission for sales.',
    enter: (world) => {
      connected(world);
      world.context.permissions = [];
    },
  },
} as const satisfies Scenarios;
