export const DEBIAN_CHROMIUM: string;
export const chromiumArgs: string[];
export function locateChromium(env?: Record<string, string | undefined>): string | null;
export function findChromium(): Promise<string>;
