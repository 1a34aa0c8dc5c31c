import { createHandlers } from '@sales-channels/msw';
import { setupWorker } from 'msw/browser';
import { createMockBackend } from './mock-backend.ts';
import { createMockBusinesses } from './mock-businesses.ts';
import { listenForSignIns } from './sign-in-channel.ts';

/** Has a service worker answer every request of the pages. */
export async function startMock(): Promise<void> {
  const businesses = createMockBusinesses();
  listenForSignIns(({ authorizationId, outcome }) =>
    businesses.world().finishAuthorization(authorizationId, outcome),
  );
  const handlers = [
    ...createMockBackend(businesses),
    ...createHandlers({ world: businesses.world, baseUrl: location.origin }),
  ];
  await setupWorker(...handlers).start({ quiet: true, onUnhandledRequest: 'bypass' });
}
