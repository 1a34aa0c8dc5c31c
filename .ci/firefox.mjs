import { findProgram, locateProgram } from './browser-program.mjs';

/** The Firefox there is: FIREFOX_PATH, or one on PATH; null for none. */
export function locateFirefox(env = process.env) {
  return locateProgram({ variable: 'FIREFOX_PATH', names: ['firefox-esr', 'firefox'] }, env);
}

/** The Firefox there is, or Debian's, which is installed first. Rejects saying what to do when that is not possible. */
export function findFirefox() {
  return findProgram(locateFirefox, {
    packages: ['firefox-esr', 'fonts-liberation'],
    whatToDo:
      'No Firefox was found. Run "sudo apt-get install firefox-esr", or set FIREFOX_PATH to the program of one.',
  });
}

/** Vitest's global set-up: sees to it that there is a Firefox before the first test runs. */
export async function setup() {
  await findFirefox();
}
