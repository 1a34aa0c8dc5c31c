import type { Channel } from '@sales-channels/contract';
import { useConnections } from './connections.ts';

/**
 * When the authorization of a channel's connection ends, ISO 8601; null where that is not known.
 * @param isWanted connections are asked for only then.
 */
export function useAuthorizationEnd({ connection }: Channel, isWanted: boolean): string | null {
  const { data } = useConnections({ enabled: isWanted && connection !== null });
  const own = data?.items.find(({ id }) => id === connection?.id);
  return isWanted ? (own?.authorizationEndsAt ?? null) : null;
}
