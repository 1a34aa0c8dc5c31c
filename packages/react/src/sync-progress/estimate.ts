/** How far a run was when it was first seen, by this browser's own clock: the server's may differ. */
export interface FirstSight {
  runId: string;
  done: number;
  at: number;
}

const MIN_SECONDS = 2;

/** Seconds a run still needs at the pace seen so far; null while there is too little to tell. */
export function estimateSecondsLeft(
  first: FirstSight,
  progress: { done: number; total: number | null },
  now: number,
): number | null {
  const seconds = (now - first.at) / 1000;
  const read = progress.done - first.done;
  if (progress.total === null || read <= 0 || seconds < MIN_SECONDS) return null;
  const left = progress.total - progress.done;
  return left <= 0 ? null : (left * seconds) / read;
}
