import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

const MAX_STEPS = 80;

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** @throws Error when nothing has the focus, or a control of the kit has it and does not show it. */
export async function checkFocus(page: Page): Promise<void> {
  const fault = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return 'Nothing has the focus.';
    const isOfKit = focused.closest('.sc-root') !== null || document.querySelector('.sc-root') === null;
    // A heading that was given the focus is where one is; there is nothing to press.
    if (!isOfKit || focused.tabIndex < 0) return null;
    // The browser rings the button it puts into a date field, not the field.
    if (focused.matches('input[type=date]:not(:focus-visible)')) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    const isSeen =
      focused.matches(':focus-visible') && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    return isSeen ? null : `The focus cannot be seen on ${focused.outerHTML.slice(0, 200)}`;
  });
  if (fault !== null) throw new Error(fault);
}

/** Waits until an element has the focus, and checks it. */
export async function untilFocusOn(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(() => hasFocus(target), { message: `focus on ${String(target)}` }).toBe(true);
  await checkFocus(page);
}

/**
 * Goes to a control with the Tab key.
 * @throws Error when it is not among the next controls, or the focus was lost or not seen on the way.
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let step = 0, isRoundAgain = false; step < MAX_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    // After the last control the browser's own come, and then the first one.
    if (!isRoundAgain && (await page.evaluate(() => document.activeElement === document.body))) {
      isRoundAgain = true;
      continue;
    }
    await checkFocus(page);
    if (await hasFocus(target)) return;
  }
  throw new Error(`${String(target)} was not reached with the Tab key.`);
}

/** Goes to a control and presses it. */
export async function pressAt(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
