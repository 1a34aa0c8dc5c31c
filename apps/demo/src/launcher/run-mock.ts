import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import express from 'express';
import { buildPages } from './build-pages.ts';
import { choosePorts } from './ports.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** Serves the product's pages on made-up answers: no database, no server, nothing to sign in to. */
export async function runMock(): Promise<void> {
  const { host } = await choosePorts('fixed', ['host']);
  const pages = await buildPages('mock.html');
  const app = express();
  const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js');
  app.get('/mockServiceWorker.js', (_request, response) => response.sendFile(worker));
  app.use(pages);
  const server = createServer(app).listen(host, '127.0.0.1');
  await once(server, 'listening');
  stopOnSignal().add(() => {
    server.closeAllConnections();
    return once(server.close(), 'close');
  });
  console.log(`
Northwind Assemblies runs on made-up answers:  http://localhost:${host}

  Everything happens in the browser; nothing outlives a reload. Ctrl-C stops it.
`);
}
