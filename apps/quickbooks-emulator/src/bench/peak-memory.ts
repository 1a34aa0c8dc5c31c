import { readFileSync } from 'node:fs';

/** The most memory a process has had resident so far, in MiB; undefined where the system does not tell. */
export function peakMemory(processId: number): number | undefined {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
    return peak === undefined ? undefined : Math.round(Number(peak) / 1024);
  } catch {
    return undefined;
  }
}
