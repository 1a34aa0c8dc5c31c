import axe from 'axe-core';
import type { Page } from 'playwright';

/** Of all rules, the dark can only break what is about colours. */
const RULES = {
  light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  dark: ['color-contrast', 'link-in-text-block'],
};

/** What axe finds in everything the page shows of the kit, contrast in both themes included: one line a rule. */
export async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const [theme, rules] of Object.entries(RULES)) {
    const violations = await page.evaluate(
      async ([scheme, runOnly]) => {
        document.documentElement.style.colorScheme = scheme;
        const { axe: checker } = globalThis as unknown as { axe: typeof axe };
        const options = { runOnly: [...runOnly], resultTypes: ['violations' as const] };
        const results = await checker.run({ include: ['.sc-root'] }, options);
        return results.violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' ')}`,
        );
      },
      [theme, rules] as const,
    );
    found.push(...violations.map((violation) => `${theme} ${violation}`));
  }
  return found;
}
