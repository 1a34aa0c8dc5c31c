import { createClient } from '@sales-channels/contract/client';
import { createHandlers, createWorld } from '@sales-channels/msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

test('our nightly job asks every channel to sync', async () => {
  const world = createWorld('twoChannels');
  server.use(...createHandlers({ world, baseUrl: 'https://sales.example' }));
  const client = createClient({ baseUrl: 'https://sales.example', getToken: () => 'session' });

  const { items } = await client.syncAllChannels();
  world.advance(60_000);

  expect(items).toHaveLength(2);
  for (const { run } of items) {
    const ended = await client.getRun({ params: { runId: run?.id ?? '' } });
    expect(ended.state).toBe('succeeded');
  }
});
