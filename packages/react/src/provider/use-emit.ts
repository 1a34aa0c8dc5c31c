import { useCallback, useEffect, useRef } from 'react';
import type { EmitEvent, SalesChannelsEvents } from './events.ts';
import { tellHost } from './tell-host.ts';

/** One stable function that always calls the host's latest callbacks. It does not throw, whatever they do. */
export function useEmit(events: SalesChannelsEvents): EmitEvent {
  const latest = useRef(events);
  useEffect(() => {
    latest.current = events;
  });
  return useCallback<EmitEvent>((name, ...payload) => {
    const listener = latest.current[name] as ((...values: typeof payload) => void) | undefined;
    tellHost(() => listener?.(...payload));
  }, []);
}
