import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { createClient } from '@sales-channels/contract/client';
import type { ScenarioName, World } from '@sales-channels/msw';
import { createHandlers, createWorld } from '@sales-channels/msw';
import { setupWorker } from 'msw/browser';

/** A world for each story on show, by the origin its client talks to: a docs page shows several at once. */
const worlds = new Map<string, World>();

/** Starts the worker that answers each story from its own world. A story's `parameters.msw` go before it. */
export async function startMockApi() {
  const worker = setupWorker(...createHandlers({ world: worldOf }));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
  return worker;
}

/** Makes a world and a client that talks to it. */
export function enterScenario(scenario: ScenarioName, prepare?: (world: World) => void): SalesChannelsClient {
  const world = createWorld(scenario);
  world.autoApproveMs = 1500;
  // The page a sign-in would open; here it is approved by itself.
  world.startUrl = () => 'about:blank';
  prepare?.(world);
  const baseUrl = `https://story-${worlds.size + 1}.example`;
  worlds.set(baseUrl, world);
  return createClient({ baseUrl, getToken: () => 'story-session' });
}

function worldOf(request: Request): World {
  const world = worlds.get(new URL(request.url).origin);
  if (world === undefined) throw new Error(`No story asks at ${request.url}.`);
  return world;
}
