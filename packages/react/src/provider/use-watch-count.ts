import { useCallback, useState } from 'react';

/** Whether anybody asked to watch, and the function to ask with; what it answers ends the wish. */
export function useWatchCount(): [isWatching: boolean, watch: () => () => void] {
  const [count, setCount] = useState(0);
  const watch = useCallback(() => {
    setCount((current) => current + 1);
    return () => setCount((current) => current - 1);
  }, []);
  return [count > 0, watch];
}
