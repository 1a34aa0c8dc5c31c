import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { createClient } from '@sales-channels/contract/client';
import type { ScenarioName, World } from '@sales-channels/msw';
import { createHandlers, createWorld } from '@sales-channels/msw';
import { setupWorker } from 'msw/browser';

/** A world for each story on show, by the origin its client talks to: a docs page shows several at once. */
const worlds = new Map<string, World>();

const unanswered = new Set<string>();

/** Starts the worker that answers each story from its own world. A story's `parameters.msw` go before it. */
export async function startMockApi() {
  const worker = setupWorker(...createHandlers({ world: worldOf }));
  worker.events.on('request:start', ({ request, requestId }) => {
    if (worlds.has(new URL(request.url).origin)) unanswered.add(requestId);
  });
  worker.events.on('response:mocked', ({ requestId }) => void unanswered.delete(requestId));
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
  unanswered.clear();
  return createClient({ baseUrl, getToken: () => 'story-session' });
}

/** Waits until the story has what it asked for, or a second where something never answers. */
export async function untilAnswered(): Promise<void> {
  const deadline = Date.now() + 1000;
  for (let quietRounds = 0; quietRounds < 3 && Date.now() < deadline;) {
    await new Promise((resolve) => setTimeout(resolve, 25));
    quietRounds = unanswered.size === 0 ? quietRounds + 1 : 0;
  }
}

function worldOf(request: Request): World {
  const world = worlds.get(new URL(request.url).origin);
  if (world === undefined) throw new Error(`No story asks at ${request.url}.`);
  return world;
}
