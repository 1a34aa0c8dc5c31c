import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../run-command.ts';
import { templateData } from './data-template.ts';

/** A data directory: a path inside a root directory. */
export interface DataDirectory {
  root: string;
  data: string;
  throwaway: boolean;
}

/** A copy of the prepared data that goes when its server ends. */
export async function createThrowawayData(root: string): Promise<DataDirectory> {
  await removeLeftovers(root);
  const data = `/data/run-${process.pid}-${randomBytes(4).toString('hex')}`;
  await copy(path.join(root, templateData), path.join(root, data));
  return { root, data, throwaway: true };
}

/** The part of a data directory that is this engine's. */
export function documentDbData(directory: string): string {
  return path.join(path.resolve(directory), 'documentdb');
}

/**
 * The data kept in `directory`, made there from what `install` gives when there are none. A server sees nothing outside its root, so the directory
 * holds a whole root: hard links to the unpacked files, which take no room on the same disk.
 */
export async function openKeptData(
  directory: string,
  install: () => Promise<string>,
): Promise<DataDirectory> {
  const kept = documentDbData(directory);
  if (!existsSync(kept)) {
    const root = await install();
    const unfinished = `${kept}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(path.join(unfinished, 'data'), { recursive: true });
    const parts = (await readdir(root))
      .filter((name) => name !== 'data')
      .map((name) => path.join(root, name));
    const destination = ['--target-directory', unfinished];
    await runCommand('cp', ['-al', ...destination, ...parts]).catch(() =>
      runCommand('cp', ['-a', ...destination, ...parts]),
    );
    await copy(path.join(root, 'data/password'), path.join(unfinished, 'data/password'));
    await copy(path.join(root, templateData), path.join(unfinished, 'data/kept'));
    await rename(unfinished, kept);
  }
  return { root: kept, data: '/data/kept', throwaway: false };
}

async function copy(from: string, to: string): Promise<void> {
  await runCommand('cp', ['-a', '--reflink=auto', from, to]);
}

/** What a power cut left behind; a killed process's data goes by itself. */
async function removeLeftovers(root: string): Promise<void> {
  for (const name of await readdir(path.join(root, 'data'))) {
    const owner = /^run-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      await rm(path.join(root, 'data', name), { recursive: true, force: true });
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
