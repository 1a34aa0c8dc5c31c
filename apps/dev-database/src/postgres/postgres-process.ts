import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serverEnvironment } from './server-environment.ts';
import { insideRoot, serverPrograms } from './server-root.ts';

const stopSeconds = 20;

/**
 * Runs in the unpacked root. Whoever holds the other end of the input keeps the server alive: when it closes, also
 * because that process was killed, the server is told to stop. The reader is orphaned on purpose, since PostgreSQL
 * would take note of a child it did not start.
 */
const serverScript = `
trap '' HUP INT TERM
exec 3<&0
( { read -r end <&3; kill -$1 $$; } & )
shift
exec "$@" 3<&-`;

/** Runs on the machine itself, around the one above: throwaway data goes when the server has ended. */
const keeperScript = `
trap '' HUP INT TERM
throwaway=$1; shift
"$@"
code=$?
if [ -n "$throwaway" ]; then rm -rf -- "$throwaway"; fi
exit $code`;

export interface PostgresProcessOptions {
  /** The unpacked root directory. */
  root: string;
  /** The data directory as a path inside that root. */
  data: string;
  port: number;
  /** Remove the data when the server ends, and do not wait for the disk. */
  throwaway: boolean;
}

export interface PostgresProcess {
  /** Resolves when the server has ended, with what it printed last. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server that ends with this process, whatever ends this process. */
export function spawnPostgres(options: PostgresProcessOptions): PostgresProcess {
  const { root, data, port, throwaway } = options;
  const durability = throwaway ? ['fsync=off', 'full_page_writes=off'] : [];
  const postgres = [
    `${serverPrograms}/postgres`,
    '-D',
    data,
    '-p',
    `${port}`,
    ...durability.flatMap((set) => ['-c', set]),
  ];
  const signal = throwaway ? 'QUIT' : 'INT';
  const inside = insideRoot(root, ['/bin/sh', '-c', serverScript, 'sh', signal, ...postgres]);
  const onHost = path.join(root, data);
  const child = spawn(
    '/bin/sh',
    ['-c', keeperScript, 'sh', throwaway ? onHost : '', inside.program, ...inside.args],
    // A group of its own: a Ctrl-C in the terminal must reach the server through an orderly stop only.
    { stdio: ['pipe', 'ignore', 'pipe'], detached: true, env: serverEnvironment, cwd: '/' },
  );
  const tail = keepTail(child);
  child.stdin.on('error', () => {});
  const ended = once(child, 'exit').then(() => {
    child.stdin.destroy();
    return tail();
  });
  return { ended, stop: () => stop(child, onHost, ended) };
}

async function stop(child: ChildProcess, dataDirectory: string, ended: Promise<string>): Promise<void> {
  const pid = await postmasterPid(dataDirectory);
  child.stdin?.end();
  const timer = setTimeout(() => pid !== undefined && killQuietly(pid), stopSeconds * 1000);
  await ended;
  clearTimeout(timer);
}

async function postmasterPid(dataDirectory: string): Promise<number | undefined> {
  const text = await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n', 1)[0]);
  return pid > 1 ? pid : undefined;
}

function killQuietly(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

function keepTail(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).slice(-4000);
  });
  return () => text;
}
