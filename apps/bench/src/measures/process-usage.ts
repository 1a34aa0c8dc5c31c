import { readFileSync, readdirSync } from 'node:fs';

export interface Usage {
  /** Processor time since the process began, in seconds. */
  processorSeconds: number;
  /** The most memory it ever had resident. */
  peakRssMiB: number;
}

export function usageOfThisProcess(): Usage {
  const { user, system } = process.cpuUsage();
  return {
    processorSeconds: (user + system) / 1e6,
    // Kibibytes, as the kernel's high-water mark.
    peakRssMiB: Math.round(process.resourceUsage().maxRSS / 102.4) / 10,
  };
}

/** Processor time of a process and all below it so far, in seconds; 0 where the system does not tell. */
export function processorSecondsOf(pid: number): number {
  const processes = readProcesses();
  const isBelow = (one: ProcessTimes | undefined): boolean =>
    one !== undefined && (one.pid === pid || isBelow(processes.get(one.parent)));
  let seconds = 0;
  for (const one of processes.values()) if (isBelow(one)) seconds += one.seconds;
  return seconds;
}

interface ProcessTimes {
  pid: number;
  parent: number;
  /** Its own and those of its children that have ended. */
  seconds: number;
}

function readProcesses(): Map<number, ProcessTimes> {
  const found = new Map<number, ProcessTimes>();
  for (const name of readOr([], () => readdirSync('/proc')).filter((each) => /^\d+$/.test(each))) {
    const fields = readOr('', () => readFileSync(`/proc/${name}/stat`, 'utf8'))
      .split(') ')
      .at(-1)
      ?.split(' ');
    if (!fields || fields.length < 15) continue;
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    found.set(Number(name), { pid: Number(name), parent: Number(fields[1]), seconds: ticks / 100 });
  }
  return found;
}

/** Processes end while they are looked at, and not every system has this folder. */
function readOr<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
