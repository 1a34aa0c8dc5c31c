import type { Page } from 'playwright';
import type { Demo } from '../../src/launcher/start-demo.ts';
import { askHost } from './ask-host.ts';

/** Calls the API as the page would, with the session its host gives it. */
export async function askApi(
  page: Page,
  { bffUrl }: Demo,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<{ status: number; body: Record<string, unknown> }> {
  const session = (await askHost(page, '/api/sales-channels/session', 'POST')).body as { token: string };
  return page.evaluate(
    async ([address, token, asked, sent]) => {
      const answer = await fetch(address, {
        method: asked,
        headers: {
          authorization: `Bearer ${token}`,
          ...(sent !== null && { 'content-type': 'application/json' }),
        },
        ...(sent !== null && { body: sent }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    [`${bffUrl}${path}`, session.token, method, body ? JSON.stringify(body) : null] as const,
  );
}
