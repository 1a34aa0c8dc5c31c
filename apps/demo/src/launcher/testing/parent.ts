import { startChild } from '../start-child.ts';

// Starts the child, says its process id, and waits to be killed.
const port = process.env['CHILD_PORT'] ?? '';
const child = startChild({
  name: 'child',
  program: new URL('./child.ts', import.meta.url),
  env: { CHILD_PORT: port },
  log: () => {},
});
await child.untilReady(`http://127.0.0.1:${port}`);
process.stdout.write(`${child.pid}\n`);
setInterval(() => {}, 60_000);
