import type { Page } from 'playwright';
import type { PlanId } from '../../src/wire/account.ts';
import { askHost } from './ask-host.ts';

/** Changes the plan of the business on the page, and shows the page anew. */
export async function changePlan(page: Page, plan: PlanId): Promise<void> {
  await askHost(page, '/api/account', 'POST', { plan });
  await page.reload();
}
