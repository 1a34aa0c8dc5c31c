import type { EndpointName } from '@sales-channels/contract';
import { endpoints } from '@sales-channels/contract';
import { connected } from './build.ts';
import type { Scenarios } from './scenario.ts';

const operationNames = Object.keys(endpoints) as EndpointName[];

export const answers = {
  loading: {
    about: 'Nothing but the context ever answers.',
    enter: (world) => {
      connected(world);
      for (const name of operationNames) if (name !== 'getContext') world.hanging.add(name);
    },
  },
  slow: {
    about: 'Every answer takes three seconds.',
    enter: (world) => {
      connected(world);
      world.latencyMs = 3000;
    },
  },
  serverError: {
    about: 'Every answer is an error.',
    enter: (world) => {
      for (const name of operationNames) world.faults[name] = 'internal';
    },
  },
  offline: {
    about: 'There is no network.',
    enter: (world) => {
      connected(world);
      world.faults.every = 'offline';
    },
  },
} as const satisfies Scenarios;
