// What finding one browser and finding another have in common.
import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const isRoot = process.getuid?.() === 0;

/** The program that the variable names, or else the first there is of `places` and of `names` on PATH; null for none. */
export function locateProgram({ variable, places = [], names }, env = process.env) {
  const given = env[variable];
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`${variable} is "${given}", which is no program that can be run.`);
  }
  const onPath = (env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  return [...places, ...onPath].find(isExecutable) ?? null;
}

/** The program there is, or Debian's, which is installed first. Rejects with `whatToDo` when that is not possible. */
export async function findProgram(locate, { packages, whatToDo }) {
  const there = locate();
  if (there !== null) return there;
  console.error(`Installing the package "${packages[0]}", which the tests need (once).`);
  const aptGet = [...(isRoot ? [] : ['sudo', '-n']), 'apt-get', '-q', '-o', 'DPkg::Lock::Timeout=300'];
  try {
    await run([...aptGet, 'update']);
    await run([...aptGet, 'install', '-y', '--no-install-recommends', ...packages]);
  } catch (cause) {
    throw new Error(`${whatToDo} The package could not be installed.`, { cause });
  }
  const installed = locate();
  if (installed === null) throw new Error(`${whatToDo} The installed package has no program on PATH.`);
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
