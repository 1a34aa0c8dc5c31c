import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cacheDirectory } from '../cache-directory.ts';
import { type EngineVersions, prepareTemplate } from '../postgres/data-template.ts';
import { runsAsRoot, serverUser } from '../postgres/server-root.ts';
import { downloadPackages } from './apt-archive.ts';
import { findDebianMirror } from './debian-mirror.ts';
import { withFileLock } from './install-lock.ts';
import { unpackPackages } from './unpack-packages.ts';

/** Counts up when an engine unpacked by an earlier version of this code can no longer be used. */
const recipe = 3;

const packages = ['postgresql-18-documentdb', 'dash', 'bubblewrap'];

/**
 * Gives the unpacked engine's root directory, fetching it first when the cache has none. The finished root appears under its name in one
 * step, so an interrupted attempt leaves nothing that looks whole.
 *
 * @param log told what is happening, as the first time takes a while.
 * @throws Error saying what could not be fetched, unpacked or prepared.
 */
export async function installEngine(log: (line: string) => void): Promise<string> {
  const cache = cacheDirectory();
  const root = installedRoot();
  const versionsFile = path.join(root, 'engine.json');
  if (!existsSync(versionsFile)) {
    await mkdir(cache, { recursive: true });
    await withFileLock(path.join(cache, 'install.lock'), async () => {
      if (!existsSync(versionsFile)) await install(cache, root, log);
    });
  }
  return root;
}

/** What a root directory holds. */
export async function readVersions(root: string): Promise<EngineVersions> {
  return JSON.parse(await readFile(path.join(root, 'engine.json'), 'utf8')) as EngineVersions;
}

/** Whether the cache has the engine, so that starting it fetches nothing. */
export function isEngineInstalled(): boolean {
  return existsSync(path.join(installedRoot(), 'engine.json'));
}

/** Root and other users own what they unpack in different ways, so they do not share it. */
function installedRoot(): string {
  return path.join(cacheDirectory(), `postgresql-documentdb-${recipe}${runsAsRoot ? '' : '-user'}`);
}

async function install(cache: string, root: string, log: (line: string) => void): Promise<void> {
  const unfinished = `${root}.unfinished-${process.pid}`;
  const downloads = path.join(cache, 'downloads');
  for (const name of await readdir(cache)) {
    if (name.includes('.unfinished-')) await rm(path.join(cache, name), { recursive: true, force: true });
  }
  log('Fetching PostgreSQL with DocumentDB from Debian (140 MB, once)');
  const debs = await downloadPackages(downloads, await findDebianMirror(), packages);
  log(`Unpacking ${debs.length} packages`);
  await unpackPackages(debs, unfinished).catch(async (error: unknown) => {
    // A damaged file would be found, and trusted, by the next attempt.
    await rm(downloads, { recursive: true, force: true });
    throw error;
  });
  await completeRoot(unfinished);
  log('Preparing a database');
  const versions = await prepareTemplate(unfinished);
  await writeFile(path.join(unfinished, 'engine.json'), JSON.stringify(versions));
  await rename(unfinished, root);
  await rm(downloads, { recursive: true, force: true });
}

/** What packages' own scripts would have made on a real system. */
async function completeRoot(root: string): Promise<void> {
  for (const directory of ['etc', 'dev', 'tmp', 'data'])
    await mkdir(path.join(root, directory), { recursive: true });
  await chmod(root, 0o755);
  await chmod(path.join(root, 'tmp'), 0o1777);
  const user = `${serverUser.name}:x:${serverUser.uid}:${serverUser.gid}::/:/bin/sh\n`;
  await writeFile(path.join(root, 'etc/passwd'), `root:x:0:0::/:/bin/sh\n${user}`);
  await writeFile(path.join(root, 'etc/group'), `root:x:0:\n${serverUser.name}:x:${serverUser.gid}:\n`);
  // A plain file stands in for the device, which only some kinds of root may create.
  await writeFile(path.join(root, 'dev/null'), '');
  await chmod(path.join(root, 'dev/null'), 0o666);
  const extensions = path.join(root, 'usr/share/postgresql/18/extension');
  const control = path.join(extensions, 'postgis.control');
  if (!existsSync(control)) await symlink('postgis-3.control', control);
}
