import type { Server } from 'node:http';
import type { SalesChannelsBff } from '@sales-channels/bff';
import type { Logger } from 'pino';

interface DrainOptions {
  server: Server;
  bff: Pick<SalesChannelsBff, 'worker' | 'close'>;
  logger: Logger;
}

/**
 * On SIGTERM or SIGINT: takes no more connections, finishes the requests there are, stops the worker at its next page, closes
 * the database and exits. A second signal exits at once.
 */
export function drainOnSignal({ server, bff, logger }: DrainOptions) {
  let isStopping = false;

  async function drain(): Promise<void> {
    const requestsEnd = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    await Promise.all([requestsEnd, bff.worker.stop()]);
    await bff.close();
  }

  function onSignal(signal: NodeJS.Signals): void {
    if (isStopping) process.exit(1);
    isStopping = true;
    logger.info({ signal }, 'The server stops');
    drain().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ error }, 'The server could not stop cleanly');
        process.exit(1);
      },
    );
  }

  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return { isStopping: () => isStopping };
}
