import type { Run } from '@sales-channels/contract';
import { useEffect, useRef, useState } from 'react';
import type { FirstSight } from './estimate.ts';
import { estimateSecondsLeft } from './estimate.ts';

/** Roughly how long a run still takes, told anew with each progress; null while nobody can tell. */
export function useSecondsLeft(run: Run): number | null {
  const first = useRef<FirstSight | null>(null);
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const { id } = run;
  const { done, total } = run.progress;

  useEffect(() => {
    const now = Date.now();
    if (first.current?.runId !== id) first.current = { runId: id, done, at: now };
    setSecondsLeft(estimateSecondsLeft(first.current, { done, total }, now));
  }, [id, done, total]);

  return secondsLeft;
}
