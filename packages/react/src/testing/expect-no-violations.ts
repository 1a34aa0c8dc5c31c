import axe from 'axe-core';
import { expect } from 'vitest';

/** Fails with what axe finds in an element. Colours need a real browser, so they are left to the stories. */
export async function expectNoViolations(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
}
