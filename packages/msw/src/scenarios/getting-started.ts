import { addDays } from '../world/calendar.ts';
import { connect, enableTracking, openChannel, tracking } from './build.ts';
import type { Scenarios } from './scenario.ts';

export const gettingStarted = {
  empty: {
    about: 'Sales tracking was never on and nothing is connected.',
    enter: () => {},
  },
  prerequisiteMissing: {
    about: 'Sales tracking cannot be enabled yet: something of the host’s comes first.',
    enter: (world) => {
      world.context.salesTracking.prerequisite = 'Turn on Receiving before sales tracking.';
    },
  },
  emptySales: {
    about: 'Sales tracking is on; nothing is connected and nothing was sold yet.',
    enter: enableTracking,
  },
  notConnected: {
    about: 'Sales tracking is on with a few manual sales, and no accounting connection.',
    enter: tracking,
  },
  readyToConnect: {
    about: 'A connection the host uses for other things, without a channel yet.',
    enter: (world) => {
      tracking(world);
      connect(world, 0);
    },
  },
  stockTracked: {
    about: 'Like readyToConnect, at a host that tracks stock since thirty days ago.',
    enter: (world) => {
      tracking(world);
      connect(world, 0);
      world.context.stockTrackedSince = addDays(world.today(), -30);
    },
  },
  neverSynced: {
    about: 'A channel nobody has synced yet.',
    enter: (world) => {
      tracking(world);
      openChannel(world, connect(world, 0), { daysBack: 90 });
    },
  },
} as const satisfies Scenarios;
