import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { RequestHandler } from 'express';
import { build, defaultClientConditions } from 'vite';

interface BuiltFile {
  type: string;
  body: string | Uint8Array;
}

const TYPES: Record<string, string> = {
  css: 'text/css',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** Builds the product's pages into memory and serves them; every other address gets the page, which then knows where it is. */
export async function buildPages(entry: 'index.html' | 'mock.html' = 'index.html'): Promise<RequestHandler> {
  const root = fileURLToPath(new URL('../pages', import.meta.url));
  const built = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [react()],
    resolve: { conditions: ['@sales-channels/source', ...defaultClientConditions] },
    build: {
      write: false,
      // Browsers that know light-dark(): written out for older ones it would not see the scheme that a script sets.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      // Dialogs that are only ever part of a lazy one share its chunk: no news.
      rolldownOptions: { input: `${root}/${entry}`, checks: { ineffectiveDynamicImport: false } },
      chunkSizeWarningLimit: 2000,
    },
  });
  const files = new Map<string, BuiltFile>();
  for (const { output } of Array.isArray(built) ? built : 'output' in built ? [built] : []) {
    for (const file of output) {
      const type = TYPES[file.fileName.split('.').pop() ?? ''] ?? 'application/octet-stream';
      files.set(`/${file.fileName}`, { type, body: file.type === 'chunk' ? file.code : file.source });
    }
  }
  const page = files.get(`/${entry}`);
  if (!page) throw new Error(`The pages were built without ${entry}.`);

  return (request, response, next) => {
    if (request.method !== 'GET') return next();
    const file = files.get(request.path);
    if (!file && !request.accepts('html')) return next();
    const { type, body } = file ?? page;
    const isHashed = request.path.startsWith('/assets/');
    response
      .set('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      .type(type)
      .send(typeof body === 'string' ? body : Buffer.from(body));
  };
}
