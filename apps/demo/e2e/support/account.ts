import type { Page } from 'playwright';

/** Changes the plan of the business on the page, and shows the page anew. */
export async function changePlan(page: Page, plan: 'standard' | 'advanced'): Promise<void> {
  await page.evaluate(
    (chosen) =>
      fetch('/api/account', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ plan: chosen }),
      }),
    plan,
  );
  await page.reload();
}
