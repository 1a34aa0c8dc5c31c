// The packages as others get them: built, packed, looked at, installed outside of the repository, imported, used.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = ['contract', 'react', 'msw', 'bff', 'quickbooks'];
const styles = ['styles.css', 'styles.layer.css'];
// What hosts have anyway: peers of the packages, and types for their own code.
const hostHas = ['react', 'react-dom', '@tanstack/react-query', 'msw', 'express'];
const hostTypes = ['@types/react', '@types/react-dom', '@types/express', '@types/node'];

const page = `
import { createClient, SalesChannels, SalesChannelsProvider } from '@sales-channels/react';
const client = createClient({ baseUrl: 'https://sales.example.com', getToken: async () => 'token' });
export const SalesTab = () => (
  <SalesChannelsProvider client={client} onConnected={(channel) => channel.id.toUpperCase()}>
    <SalesChannels />
  </SalesChannelsProvider>
);
// @ts-expect-error It has types of its own.
createClient({ baseUrl: 1 });
`;
const server = `
import type { Sale } from '@sales-channels/contract';
import { createSalesChannelsBff } from '@sales-channels/bff';
import { createSessionSigner } from '@sales-channels/bff/session';
import { createQuickBooksProvider } from '@sales-channels/quickbooks';
import { createHandlers, createWorld } from '@sales-channels/msw';
import express from 'express';
export const sign = createSessionSigner({ keyId: 'one', secret: 'secret' });
const bff = await createSalesChannelsBff({
  databaseUri: 'mongodb://localhost', publicUrl: 'https://sales.example.com', productName: 'Example',
  sessionSecrets: { one: 'secret' }, encryption: { keys: { one: 'key' }, currentKeyId: 'one' },
  providers: [createQuickBooksProvider({ clientId: 'id', clientSecret: 'secret', environment: 'sandbox' })],
});
express().use(bff.router);
export const handlers = createHandlers({ world: createWorld('empty'), baseUrl: 'https://sales.example.com' });
export const total = ({ total }: Sale): string => total;
// @ts-expect-error It has types of its own.
await createSalesChannelsBff({});
`;
const imports = `
for (const name of process.argv.slice(2)) {
  const entry = name.endsWith('.css') ? import.meta.resolve(name) : await import(name);
  if (typeof entry !== 'string' && Object.keys(entry).length === 0) throw new Error(name + ' exports nothing.');
  if (typeof entry === 'string' && !(await import('node:fs')).existsSync(new URL(entry))) throw new Error(name + ' is not there.');
}
`;

const folder = mkdtempSync(join(tmpdir(), 'packages-'));
try {
  await check();
  console.log('The packages can be installed, imported and used.');
} catch (error) {
  console.error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'));
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function check() {
  await run('npm', ['run', '--silent', 'build', '--', '--output-logs=errors-only']);
  const workspaces = packages.map((name) => `--workspace=packages/${name}`);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, ...workspaces]);
  const packed = JSON.parse(stdout);
  const tarballs = (Array.isArray(packed) ? packed : Object.values(packed)).map(({ filename }) =>
    join(folder, filename),
  );
  // Both to their ends, so that nothing is written any more when the folder goes.
  for (const outcome of await Promise.allSettled([lookAt(tarballs), install(tarballs)]))
    if (outcome.status === 'rejected') throw outcome.reason;
  await run(process.execPath, ['imports.mjs', ...entries()], folder);
  await run(bin('tsc'), ['-p', '.'], folder);
}

async function lookAt(tarballs) {
  for (const tarball of tarballs) {
    await run(bin('publint'), ['run', tarball, '--strict']);
    const areOnlyStyles = styles.flatMap((name) => ['--exclude-entrypoints', name]);
    await run(bin('attw'), [tarball, '--profile', 'esm-only', ...areOnlyStyles]);
  }
}

async function install(tarballs) {
  const files = {
    'package.json': JSON.stringify({ name: 'host', private: true, type: 'module' }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        target: 'es2023',
        module: 'nodenext',
        jsx: 'react-jsx',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: ['node'],
        skipLibCheck: true,
      },
      files: ['page.tsx', 'server.ts'],
    }),
    'page.tsx': page,
    'server.ts': server,
    'imports.mjs': imports,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const known = [...hostHas, ...hostTypes].map(
    (name) => `${name}@${manifest(`node_modules/${name}`).version}`,
  );
  await run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', ...tarballs, ...known], folder);
}

/** Every public subpath, but those for test suites, which need their runner. */
function entries() {
  return packages.flatMap((name) =>
    Object.keys(manifest(`packages/${name}`).exports)
      .filter((path) => !/package\.json$|testing$|conformance$/.test(path))
      .map((path) => `@sales-channels/${name}${path.slice(1)}`),
  );
}

function manifest(path) {
  return JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
}

function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

function run(command, args, cwd = root) {
  return promisify(execFile)(command, args, { cwd, maxBuffer: 50_000_000 });
}
