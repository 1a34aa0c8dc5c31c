import type { Connection, Entitlements } from '@sales-channels/contract';
import { countLive } from '../connect-wizard/connection-choices.ts';

/** The plan's limit on accounting connections, once it is reached. */
export interface ConnectionLimit {
  connections: number;
  /** The plan that allows more. */
  plan: string | undefined;
}

export function connectionLimit(
  connections: readonly Connection[],
  { maxAccountingConnections, moreConnectionsPlan }: Entitlements,
): ConnectionLimit | null {
  if (countLive(connections) < maxAccountingConnections) return null;
  return { connections: maxAccountingConnections, plan: moreConnectionsPlan };
}
