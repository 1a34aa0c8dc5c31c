import { spawn } from 'node:child_process';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';

// Pulled in by Debian's dependencies and of no use to a server that is started directly.
const leftOut =
  /^(systemd|libsystemd-shared|perl|perl-base|perl-modules-[\d.]+|libperl[\d.]+|gnupg|gnupg-l10n|gpg|gpgsm|gpgconf|gpg-agent|dirmngr|pinentry-curses|locales|libc-l10n|passwd|login\.defs|adduser|debconf|base-passwd|postgresql-common|postgresql-client-common|fonts-dejavu-.+|procps|openssl|libjson-perl|libc-gconv-modules-extra|ucf|ssl-cert|libnss3|libtext-.+-perl)$/;

const excludes = ['./usr/share/doc/*', './usr/share/man/*', './usr/share/locale/*', '*/bitcode/*'];

/** Unpacks the packages a server needs into a directory laid out as a root file system. */
export async function unpackPackages(debs: readonly string[], root: string): Promise<void> {
  for (const directory of ['bin', 'sbin', 'lib', 'lib64']) {
    await mkdir(path.join(root, 'usr', directory), { recursive: true });
    await symlink(`usr/${directory}`, path.join(root, directory));
  }
  const queue = debs.filter((deb) => !leftOut.test(path.basename(deb).split('_')[0] ?? ''));
  const worker = async () => {
    for (let deb = queue.pop(); deb !== undefined; deb = queue.pop()) await unpack(deb, root);
  };
  await Promise.all([worker(), worker()]);
}

function unpack(deb: string, root: string): Promise<void> {
  const tar = [
    'tar',
    '-x',
    '-C',
    root,
    '--keep-directory-symlink',
    ...excludes.map((pattern) => `--exclude=${pattern}`),
  ];
  // pipefail is not everywhere, so dpkg-deb's failure shows as a stream that tar finds cut short.
  const script = 'deb=$1; shift; dpkg-deb --fsys-tarfile "$deb" | "$@"';
  const child = spawn('sh', ['-c', script, 'sh', deb, ...tar], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0 && stderr === '') resolve();
      else reject(new Error(`${path.basename(deb)} does not unpack: ${stderr.trim().slice(0, 300)}`));
    });
  });
}
