import { readFileSync } from 'node:fs';

function readProcess(processId: number, name: string): string {
  try {
    return readFileSync(`/proc/${processId}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** The most memory a process has had resident so far, in MiB; undefined where the system does not tell. */
export function peakMemory(processId: number): number | undefined {
  const peak = /VmHWM:\s+(\d+) kB/.exec(readProcess(processId, 'status'))?.[1];
  return peak === undefined ? undefined : Math.round(Number(peak) / 1024);
}

/**
 * Processor time a process has used, in milliseconds with a grain of 10; undefined where the system does not tell.
 * Unlike times by the clock it says something on a busy machine too.
 */
export function processorTime(processId: number): number | undefined {
  const fields = readProcess(processId, 'stat').split(') ')[1]?.split(' ');
  return fields === undefined ? undefined : (Number(fields[11]) + Number(fields[12])) * 10;
}
