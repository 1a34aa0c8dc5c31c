import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, defaultClientConditions } from 'vite';

/** The script of the page under test, bundled as a host would bundle it. */
export async function buildPage(): Promise<string> {
  const built = await build({
    root: fileURLToPath(new URL('./page', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { conditions: ['@sales-channels/source', ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('./page/main.ts', import.meta.url)),
        output: { codeSplitting: false },
      },
      chunkSizeWarningLimit: 5000,
    },
  });
  for (const { output } of Array.isArray(built) ? built : 'output' in built ? [built] : [])
    for (const file of output) if (file.type === 'chunk' && file.isEntry) return file.code;
  throw new Error('The page was built without its script.');
}
