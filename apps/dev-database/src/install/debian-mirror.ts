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
    '$(LABEL) $(REPO_URI)',
    'Created-By: Packages',
  ]);
  const mirror = chooseDebianMirror(targets);
  if (mirror === undefined) throw new Error("apt's sources name no Debian archive");
  return mirror;
}

/** Picks the main archive out of `LABEL URI` lines; without downloaded lists apt leaves the label unexpanded. */
export function chooseDebianMirror(targets: string): string | undefined {
  const lines = targets.split('\n').map((line) => {
    const [label, uri] = line.trim().split(' ');
    return { label, uri };
  });
  const labelled = lines.find(({ label, uri }) => label === 'Debian' && uri);
  const byPath = lines.find(({ uri }) => uri !== undefined && /\/debian\/?$/.test(uri));
  return (labelled ?? byPath)?.uri;
}
