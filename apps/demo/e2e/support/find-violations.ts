import axe from 'axe-core';
import type { Page } from 'playwright';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds in everything the page shows of the kit, contrast included: one line a rule, in both themes. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const theme of ['light', 'dark']) {
    const violations = await page.evaluate(
      async ([scheme, tags]) => {
        document.documentElement.style.colorScheme = scheme;
        const { axe: checker } = globalThis as unknown as { axe: typeof axe };
        const results = await checker.run({ include: ['.sc-root'] }, { runOnly: [...tags] });
        return results.violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
        );
      },
      [theme, TAGS] as const,
    );
    found.push(...violations.map((violation) => `${theme} ${violation}`));
  }
  return found;
}
