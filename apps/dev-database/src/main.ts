import { parseArgs } from 'node:util';
import { startDevDatabase } from './index.ts';

const usage = 'Usage: dev-database [--data DIRECTORY] [--port NUMBER]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = Number(values.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is not a port`);
  const database = await startDevDatabase({
    port,
    ...(values.data === undefined ? {} : { dataDirectory: values.data }),
    log: (line) => console.error(line),
  });
  console.log(`${database.engine}: ${database.uri}`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await database.stop();
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
