import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { startDatabaseProxy } from './database-proxy.ts';
import type { DataCall } from './emulator-proxy.ts';
import { startEmulatorProxy } from './emulator-proxy.ts';
import type { Moment } from './moments.ts';
import type { DatabaseCommand } from './wire-messages.ts';
import type { Program } from './program.ts';
import { startProgram, untilAnswers } from './program.ts';

interface ServersOptions {
  count: number;
  /** The server program, in one file. */
  file: string;
  databaseUri: string;
  emulatorUrl: string;
  env: Record<string, string>;
  logDirectory: string;
  onCall: (server: number, call: DataCall) => void;
  onCommand: (
    server: number,
    command: DatabaseCommand,
  ) => ((answer: Record<string, unknown>) => void) | undefined;
}

/** One is killed at a moment that comes for the `skip`th time from now on, in whichever server. */
export interface Trap {
  moment: Moment;
  skip: number;
  sprung: (server: number) => void;
}

export type Servers = Awaited<ReturnType<typeof startServers>>;

/** Several server programs on one database and one emulator, each behind proxies of its own, that are killed and come back. */
export async function startServers(options: ServersOptions) {
  const { count, file, databaseUri, emulatorUrl, env, logDirectory, onCall, onCommand } = options;
  let trap: Trap | null = null;
  let isStopping = false;
  let lostTokens = 0;

  const start = async (index: number) => {
    let program: Program | null = null;
    let isReady = false;
    let isDead = true;
    const killed = new WeakSet<Program>();

    /** New tokens that were asked for and are not in the database yet: a kill may lose several companies' at once. */
    let unstoredTokens = 0;

    const reached = (moment: Moment): boolean => {
      if (moment === 'token stored' && unstoredTokens > 0) unstoredTokens -= 1;
      const isKilled = springs(moment);
      if (moment === 'token asked' && !isKilled) unstoredTokens += 1;
      return isKilled;
    };
    const springs = (moment: Moment): boolean => {
      if (isDead || !trap || trap.moment !== moment) return isDead;
      trap.skip -= 1;
      if (trap.skip >= 0) return false;
      const { sprung } = trap;
      trap = null;
      kill();
      sprung(index);
      return true;
    };
    const database = await startDatabaseProxy({
      databaseUri,
      reached,
      onCommand: (command) => onCommand(index, command),
    });
    const emulator = await startEmulatorProxy({
      emulatorUrl,
      reached,
      onCall: (call) => onCall(index, call),
    });
    const port = await findPort();
    const url = `http://127.0.0.1:${port}`;

    function kill(): void {
      isDead = true;
      isReady = false;
      lostTokens += unstoredTokens;
      unstoredTokens = 0;
      if (!program) return;
      killed.add(program);
      program.kill();
    }
    async function run(): Promise<void> {
      const started = startProgram({
        file,
        env: {
          ...env,
          MONGODB_URI: database.uri,
          PORT: String(port),
          QUICKBOOKS_EMULATOR_URL: emulator.url,
          QUICKBOOKS_EMULATOR_BROWSER_URL: emulatorUrl,
        },
        logFile: `${logDirectory}/server-${index}.log`,
      });
      program = started;
      isDead = false;
      await untilAnswers(`${url}/readyz`, started).catch((error: unknown) => {
        // At work before it was seen to answer, and killed in it: that kill has a restart of its own.
        if (!killed.has(started)) throw error;
      });
      if (!killed.has(started)) isReady = true;
    }
    await run();
    return {
      url,
      isReady: () => isReady,
      /** Comes back after it was killed. */
      async restart(): Promise<void> {
        await program?.ended;
        if (!isStopping) await run();
      },
      async stop(): Promise<void> {
        if (!isDead) kill();
        await program?.ended;
        await Promise.all([database.stop(), emulator.stop()]);
      },
    };
  };

  // The first makes the database's collections.
  const first = await start(0);
  const others = await Promise.all(Array.from({ length: count - 1 }, (_, index) => start(index + 1)));
  const all = [first, ...others];
  return {
    count,
    all,
    /** How often tokens were on their way to the database of a server that was killed. */
    lostTokens: () => lostTokens,
    /** Those that answer now. */
    ready: () => all.filter((server) => server.isReady()),
    restart: (index: number) => all[index]?.restart() ?? Promise.resolve(),
    set(next: Trap | null): void {
      trap = next;
    },
    async stop(): Promise<void> {
      isStopping = true;
      await Promise.all(all.map((server) => server.stop()));
    },
  };
}

export async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return port;
}
