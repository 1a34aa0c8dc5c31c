import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Rolldown } from 'vite';
import { build } from 'vite';
import { afterEach, expect, it, vi } from 'vitest';

const PAGE = 'page-with-the-tab';
/** What was measured and 5 % more, in bytes of gzip, with everything but React. The parts are what is loaded when they are opened. */
const BUDGETS = {
  'the tab': 61_600,
  'channel-details': 21_800,
  'connect-wizard': 40_100,
  'manual-sale-form': 41_400,
  'sale-detail': 20_200,
  'the sheet': 10_700,
};

afterEach(() => vi.unstubAllEnvs());

it('stays within what a page may load', async () => {
  // Vitest says `test`, for which checks and the places of elements stay in the code.
  vi.stubEnv('NODE_ENV', 'production');
  const sizes = await measure();
  const written = Object.entries(sizes).map(([part, size]) => `${part} ${(size / 1000).toFixed(1)} kB`);
  process.stdout.write(`${written.join(', ')}\n`);
  expect(Object.keys(sizes)).toEqual(expect.arrayContaining(Object.keys(BUDGETS)));
  const tooLarge = Object.entries(BUDGETS).filter(([part, budget]) => (sizes[part] ?? 0) > budget);
  expect(tooLarge).toEqual([]);
}, 60_000);

async function measure(): Promise<Record<string, number>> {
  const entry = join(import.meta.dirname, 'index.ts');
  const sheet = join(import.meta.dirname, 'styles/index.css');
  const { output } = (await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    resolve: { conditions: ['@sales-channels/source', 'module', 'browser', 'production'] },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === PAGE ? `\0${PAGE}` : null),
        load: (id) =>
          id === `\0${PAGE}`
            ? `import ${JSON.stringify(sheet)};
               import { createClient, SalesChannels, SalesChannelsProvider } from ${JSON.stringify(entry)};
               globalThis.kept = [createClient, SalesChannels, SalesChannelsProvider];`
            : null,
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      rolldownOptions: { input: PAGE, external: [/^react(-dom)?($|\/)/] },
    },
  })) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const withImports = (file: string, found = new Set<string>()): Set<string> => {
    const chunk = chunks.find(({ fileName }) => fileName === file);
    if (chunk === undefined || found.has(file)) return found;
    found.add(file);
    for (const imported of chunk.imports) withImports(imported, found);
    return found;
  };
  const sizeOf = (files: Iterable<string>) =>
    chunks
      .filter(({ fileName }) => [...files].includes(fileName))
      .reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  const tab = withImports(chunks.find(({ isEntry }) => isEntry)?.fileName ?? '');
  const parts = chunks
    .filter(({ isDynamicEntry }) => isDynamicEntry)
    .map(
      ({ name, fileName }) =>
        [name, sizeOf([...withImports(fileName)].filter((file) => !tab.has(file)))] as const,
    );
  const styles = output
    .filter((file) => file.type === 'asset')
    .filter(({ fileName }) => fileName.endsWith('.css'));
  const sheetSize = styles.reduce((sum, { source }) => sum + gzipSync(source).length, 0);
  return { 'the tab': sizeOf(tab), 'the sheet': sheetSize, ...Object.fromEntries(parts) };
}
