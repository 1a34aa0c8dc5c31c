import { ApiProblem, createClient } from '@sales-channels/contract/client';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createHandlers } from '../create-handlers.ts';
import type { ScenarioName } from '../scenarios/scenarios.ts';
import { createWorld } from '../world/create-world.ts';

export const baseUrl = 'https://sales.example';
export const clock = () => new Date('2026-11-23T15:30:00Z');

/** Serves the mock API for the tests of a file; `enter` puts a scenario in place. */
export function startMockApi() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  return {
    server,
    enter: (scenario: ScenarioName, timeoutMs = 5000) => {
      const world = createWorld(scenario, { clock });
      server.use(...createHandlers({ world, baseUrl }));
      return { world, client: createClient({ baseUrl, getToken: () => 'token', timeoutMs }) };
    },
  };
}

/** The problem a call ends in. Throws when it was answered. */
export async function problemOf(call: Promise<unknown>) {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiProblem)) throw new Error('The call did not end in a problem.', { cause: error });
  return { code: error.code, ...error.problem };
}
