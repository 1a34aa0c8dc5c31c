import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../run-command.ts';

const suite = 'forky';
const keyrings = ['pgp', 'gpg'].map((type) => `/usr/share/keyrings/debian-archive-keyring.${type}`);

/**
 * Downloads packages with everything they depend on into `directory`, through an apt of its own: the machine's package
 * lists and installed packages are neither read nor changed. Run again after an interruption it goes on where it stopped.
 *
 * @returns the paths of the .deb files.
 */
export async function downloadPackages(
  directory: string,
  mirror: string,
  packages: readonly string[],
): Promise<string[]> {
  const archives = path.join(directory, 'cache/archives');
  for (const part of ['lists/partial', 'cache/archives/partial', 'log']) {
    await mkdir(path.join(directory, part), { recursive: true });
  }
  await writeFile(path.join(directory, 'status'), '');
  await writeFile(path.join(directory, 'sources.list'), sourceLine(mirror));
  const configuration = path.join(directory, 'apt.conf');
  await writeFile(configuration, aptConfiguration(directory));
  await runCommand('apt-get', ['-c', configuration, '-q', 'update']);
  await runCommand('apt-get', ['-c', configuration, '-qy', 'install', '--download-only', ...packages]);
  const files = await readdir(archives);
  return files.filter((file) => file.endsWith('.deb')).map((file) => path.join(archives, file));
}

function sourceLine(mirror: string): string {
  const keyring = keyrings.find((file) => existsSync(file));
  return `deb ${keyring ? `[signed-by=${keyring}] ` : ''}${mirror} ${suite} main\n`;
}

function aptConfiguration(directory: string): string {
  const settings: Record<string, string> = {
    'Dir::State': directory,
    'Dir::State::lists': path.join(directory, 'lists'),
    'Dir::State::status': path.join(directory, 'status'),
    'Dir::Cache': path.join(directory, 'cache'),
    'Dir::Log': path.join(directory, 'log'),
    'Dir::Etc::SourceList': path.join(directory, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'Dir::Etc::Preferences': '/dev/null',
    'Dir::Etc::PreferencesParts': '/dev/null',
    'APT::Install-Recommends': 'false',
    'APT::Update::Error-Mode': 'any',
    // A testing suite's index may be older than it says it should be.
    'Acquire::Check-Valid-Until': 'false',
    'Acquire::Languages': 'none',
    'Acquire::Retries': '2',
    'Acquire::http::Timeout': '15',
    'Acquire::https::Timeout': '15',
    'Debug::NoLocking': 'true',
  };
  // As root apt would read the files as another user, who need not be able to enter this directory.
  if (process.getuid?.() === 0) settings['APT::Sandbox::User'] = 'root';
  const hooks = ['APT::Update::Pre-Invoke', 'APT::Update::Post-Invoke', 'APT::Update::Post-Invoke-Success'];
  return [
    ...Object.entries(settings).map(([name, value]) => `${name} "${value}";`),
    ...hooks.map((hook) => `#clear ${hook};`),
  ].join('\n');
}
