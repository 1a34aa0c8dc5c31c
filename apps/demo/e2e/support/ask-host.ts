import type { Page } from 'playwright';
import { BUSINESS_HEADER } from '../../src/wire/account.ts';

/** Calls the host's backend as the page would: for the business it shows. */
export async function askHost(
  page: Page,
  path: string,
  method: 'GET' | 'POST' = 'GET',
  body: object = {},
): Promise<{ status: number; body: unknown }> {
  const business = await page.getByRole('combobox', { name: 'Business', includeHidden: true }).inputValue();
  const init = {
    method,
    headers: { 'content-type': 'application/json', [BUSINESS_HEADER]: business },
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  };
  return page.evaluate(
    async ([address, asked]) => {
      const answer = await fetch(address, asked);
      return { status: answer.status, body: (await answer.json()) as unknown };
    },
    [path, init] as const,
  );
}
