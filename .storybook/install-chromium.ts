import { findChromium } from '../.ci/chromium.mjs';

/** Vitest's global set-up: sees to it that there is a Chromium before the first story runs. */
export async function setup(): Promise<void> {
  await findChromium();
}
