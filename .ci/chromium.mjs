import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { chromium as playwright } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PACKAGES = ['chromium', 'chromium-sandbox', 'fonts-liberation'];
const WHAT_TO_DO =
  'No Chromium was found. Run "sudo apt-get install chromium", or set CHROMIUM_PATH to the program of one.';
const isRoot = process.getuid?.() === 0;

/** Where Debian's package puts it. */
export const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Switches for tests: quiet, and without the sandbox only where it cannot work. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The Chromium there is: CHROMIUM_PATH, Playwright's own, one on PATH; null for none. */
export function locateChromium(env = process.env) {
  if (env.CHROMIUM_PATH) {
    if (isExecutable(env.CHROMIUM_PATH)) return env.CHROMIUM_PATH;
    throw new Error(`CHROMIUM_PATH is "${env.CHROMIUM_PATH}", which is no program that can be run.`);
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [playwright.executablePath(), ...onPath].find(isExecutable) ?? null;
}

/** The Chromium there is, or Debian's, which is installed first. Rejects saying what to do when that is not possible. */
export async function findChromium() {
  return locateChromium() ?? (await installDebianChromium());
}

async function installDebianChromium() {
  console.error('No Chromium found: installing the package "chromium" (once).');
  const aptGet = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run([...aptGet, 'update']);
    await run([...aptGet, 'install', '-y', '--no-install-recommends', ...PACKAGES]);
  } catch (cause) {
    throw new Error(`${WHAT_TO_DO} The package could not be installed.`, { cause });
  }
  const installed = locateChromium();
  if (installed === null) throw new Error(`${WHAT_TO_DO} The installed package has no program on PATH.`);
  return installed;
}

async function run([command, ...args]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await promisify(execFile)(command, args, { env, maxBuffer: 64 * 1024 * 1024 });
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
