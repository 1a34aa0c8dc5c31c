import { once } from 'node:events';
import type { Server } from 'node:http';

/** @throws Error saying what to do when the port is taken or may not be used. */
export async function listen(
  server: Server,
  { PORT: port, HOST: host }: { PORT: number; HOST: string },
): Promise<void> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === 'EADDRINUSE'
        ? 'is taken. Stop what listens on it, or set PORT to another.'
        : `on ${host} cannot be used (${code ?? String(error)}). Set PORT and HOST to others.`;
    throw new Error(`Port ${port} ${reason}`, { cause: error });
  }
}
