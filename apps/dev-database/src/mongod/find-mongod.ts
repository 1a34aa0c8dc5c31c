import { DryMongoBinary } from 'mongodb-memory-server-core';
import { probeDownload } from './probe-download.ts';
import { findProgram } from '../find-program.ts';
import { runCommand } from '../run-command.ts';

/** The oldest release that today's drivers talk to. */
const oldest = [4, 4] as const;

/** A mongod to run: a program that is here, or a release to fetch. */
export interface FoundMongod {
  /** Undefined when it has to be fetched first. */
  path: string | undefined;
  version: string;
}

/** What there is instead of a mongod, for people to read. */
export interface NoMongod {
  reason: string;
}

/**
 * Looks for a mongod: on `PATH`, then among those mongodb-memory-server fetched before, then at its download site.
 *
 * @param mayFetch whether to ask the download site, which takes at most 1.5 s.
 */
export async function findMongod(mayFetch: boolean): Promise<FoundMongod | NoMongod> {
  const installed = findProgram('mongod');
  if (installed !== undefined) {
    const version = parseVersion(await runCommand(installed, ['--version']).catch(() => ''));
    if (version !== undefined && isSupported(version)) return { path: installed, version };
  }
  const options = await DryMongoBinary.generateOptions().catch(() => undefined);
  const fetched = options && (await DryMongoBinary.locateBinary(options));
  if (options !== undefined && fetched !== undefined) return { path: fetched, version: options.version };
  const onPath = installed === undefined ? 'no mongod on PATH' : `${installed} is too old or does not run`;
  if (options === undefined || !mayFetch) return { reason: onPath };
  const failure = await probeDownload(options);
  return failure === undefined
    ? { path: undefined, version: options.version }
    : { reason: `${onPath}, ${failure}` };
}

/** The version in what `mongod --version` prints. */
export function parseVersion(printed: string): string | undefined {
  return /^db version v(\d+\.\d+\.\d+)/m.exec(printed)?.[1];
}

export function isSupported(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}
