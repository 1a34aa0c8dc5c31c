import { readFileSync } from 'node:fs';

interface Ancestor {
  pid: number;
  command: string;
}

/** The npm and shell processes that this one runs under; none where there is no `/proc`. */
export function npmAncestors(): number[] {
  const chain: Ancestor[] = [];
  for (let next = describe(process.ppid); next; next = describe(next.parent)) chain.push(next);
  const outermost = chain.findLastIndex(({ command }) => /\bnpm\b/.test(command));
  return chain.slice(0, outermost + 1).map(({ pid }) => pid);
}

/** Calls `end` once when one of the processes is gone: npm ends on a signal without ending what its shells run. */
export function watchProcesses(pids: readonly number[], end: () => void, everyMs = 500): void {
  const timer = setInterval(() => {
    if (pids.every(isRunning)) return;
    clearInterval(timer);
    end();
  }, everyMs);
  timer.unref();
}

function describe(pid: number): (Ancestor & { parent: number }) | null {
  if (pid <= 1) return null;
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    // The second field is a name in parentheses, which may hold spaces.
    const [, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return { pid, command, parent: Number(parent) };
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
