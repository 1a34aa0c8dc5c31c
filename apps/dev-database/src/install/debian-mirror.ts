import { runCommand } from '../run-command.ts';

/**
 * The address of the Debian archive this machine already uses, as its own apt knows it.
 *
 * @throws Error when there is no apt, or apt has no Debian archive.
 */
export async function findDebianMirror(): Promise<string> {
  const targets = await runCommand('apt-get', [
    'indextargets',
    '--format',
    '$(REPO_URI) $(LABEL)',
    'Created-By: Packages',
  ]);
  // Before its first update apt knows no targets, but which files it would ask for.
  const mirror =
    chooseTarget(targets) ?? chooseRelease(await runCommand('apt-get', ['update', '--print-uris']));
  if (mirror === undefined) throw new Error("apt's sources name no Debian archive");
  return mirror;
}

/** Picks the main archive out of lines of an address and a label. */
export function chooseTarget(targets: string): string | undefined {
  const lines = targets.split('\n').map((line) => line.split(' '));
  return lines.find(([, label]) => label === 'Debian')?.[0];
}

/** Picks the main archive out of lines that begin with a quoted address of a suite's release file. */
export function chooseRelease(addresses: string): string | undefined {
  return /^'([^']*\/debian\/)dists\//m.exec(addresses)?.[1];
}
