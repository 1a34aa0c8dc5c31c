import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../../apps/quickbooks-emulator/src/main.ts', import.meta.url));

/** Runs the emulator as a program of its own on a free port; nothing of it is imported. */
export async function startEmulatorProcess(redirectUri: string) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', program, '--port', '0', '--documents', '1', '--redirect-uri', redirectUri],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exited = once(child, 'exit');
  process.once('exit', () => child.kill());
  const url = await Promise.race([firstUrl(child.stdout), exited.then(() => null)]);
  if (!url) throw new Error('The emulator ended before it was listening.');
  return {
    url,
    async stop(): Promise<void> {
      child.kill();
      await exited;
    },
  };
}

async function firstUrl(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface(output)) {
    const url = /http:\/\/[\w.:[\]]+/.exec(line)?.[0];
    if (url) return url;
  }
  return null;
}
