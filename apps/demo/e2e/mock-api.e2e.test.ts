import { createHandlers, createWorld } from '@sales-channels/msw';
import { getResponse } from 'msw';
import type { Browser, Route } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/open-browser.ts';

const APP = 'https://app.example';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test('a page can be answered from memory, without a worker in it', async () => {
  const world = createWorld('connected');
  const handlers = createHandlers({ world, baseUrl: `${APP}/api` });
  const answer = async (route: Route) => {
    const asked = route.request();
    const body = asked.postData();
    const request = new Request(asked.url(), {
      method: asked.method(),
      headers: asked.headers(),
      ...(body !== null && { body }),
    });
    const response = await getResponse(handlers, request);
    if (response === undefined || response.type === 'error') return route.abort();
    const headers = Object.fromEntries(response.headers);
    return route.fulfill({ status: response.status, headers, body: await response.text() });
  };

  const page = await browser.newPage();
  await page.route(`${APP}/`, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Host</h1>' }));
  await page.route(`${APP}/api/**`, answer);
  await page.goto(`${APP}/`);
  const countChannels = () =>
    page.evaluate(async () => {
      const headers = { authorization: 'Bearer session' };
      const response = await fetch('/api/v1/channels', { headers });
      return ((await response.json()) as { items: unknown[] }).items.length;
    });
  expect(await countChannels()).toBe(2);
  world.faults.listChannels = 'offline';
  await expect(countChannels()).rejects.toThrow('Failed to fetch');
});
