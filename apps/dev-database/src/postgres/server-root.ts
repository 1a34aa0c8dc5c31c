import { existsSync } from 'node:fs';
import path from 'node:path';
import { findProgram } from '../find-program.ts';

/** The user the server runs as, in the unpacked root's own `/etc/passwd`; PostgreSQL refuses to run as root. */
export const serverUser = { name: 'postgres', uid: 2850, gid: 2850 } as const;

export const serverPrograms = '/usr/lib/postgresql/18/bin';

/** A program and arguments to spawn. */
export interface Invocation {
  program: string;
  args: string[];
}

/** True when the process may change its root itself; otherwise user namespaces (bubblewrap) do it. */
export const runsAsRoot = process.getuid?.() === 0;

/**
 * How to run a program with `root` as its root directory and as the server's user. The unpacked binaries need the C
 * library they were built for, which is newer than many machines have.
 */
export function insideRoot(root: string, command: readonly string[]): Invocation {
  if (runsAsRoot) {
    const userspec = `--userspec=${serverUser.uid}:${serverUser.gid}`;
    return { program: findProgram('chroot') ?? '/usr/sbin/chroot', args: [userspec, root, ...command] };
  }
  const identity = ['--unshare-user', '--uid', `${serverUser.uid}`, '--gid', `${serverUser.gid}`];
  const mounts = ['--bind', root, '/', '--dev', '/dev', '--chdir', '/'];
  const [program = '', ...args] = [...bubblewrap(root), ...identity, ...mounts, ...command];
  return { program, args };
}

/** The machine's own bubblewrap first, as it may carry a permission; else the unpacked one, with its own loader. */
function bubblewrap(root: string): string[] {
  const installed = findProgram('bwrap');
  if (installed !== undefined) return [installed];
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((triplet) =>
    path.join(root, 'usr/lib', triplet),
  );
  const library = libraries.find((directory) => existsSync(directory)) ?? path.join(root, 'usr/lib');
  return [path.join(root, 'usr/bin/ld.so'), '--library-path', library, path.join(root, 'usr/bin/bwrap')];
}
