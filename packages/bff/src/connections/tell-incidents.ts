import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import type { SalesChannelsBffOptions } from '../options.ts';
import type { ClaimedIncident, IncidentModel } from './incidents.model.ts';

interface TellIncidentsOptions {
  incidents: IncidentModel;
  channelOfConnections: (businessId: string) => Promise<ReadonlyMap<string, string>>;
  onReconnectRequired: SalesChannelsBffOptions['onReconnectRequired'];
  clock: () => Date;
  logger: Logger;
}

/** How long one process may take to tell; another tries after that. */
const CLAIM_MS = 60_000;
const MAX_PAUSE_MS = 3_600_000;
const MAX_AT_A_TIME = 50;
const SETTLE_MS = 10_000;

export type TellIncidents = ReturnType<typeof createTellIncidents>;

/**
 * Tells the host of connections that need a new sign-in: whoever noticed does at once, and whoever looks finds what could
 * not be told. Each incident is claimed first, so that of many processes one tells.
 */
export function createTellIncidents(options: TellIncidentsOptions) {
  const { incidents, channelOfConnections, onReconnectRequired, clock, logger } = options;
  const running = new Set<Promise<void>>();

  async function tell(connectionId: string): Promise<void> {
    const now = clock();
    const claimed = await incidents.claim(connectionId, now, new Date(now.getTime() + CLAIM_MS));
    if (!claimed) return;
    try {
      await onReconnectRequired?.(await eventOf(claimed));
      await incidents.told(claimed, clock());
    } catch (error) {
      const pause = Math.min(MAX_PAUSE_MS, 15_000 * 2 ** claimed.incident.attempts);
      logger.warn({ connectionId, error, pause }, 'The host was not told that a connection needs a sign-in');
      await incidents.tellLater(claimed, new Date(clock().getTime() + pause));
    }
  }

  async function eventOf({ _id, businessId, companyName, provider, incident }: ClaimedIncident) {
    const connectionId = _id.toHexString();
    return {
      incidentId: incident.id,
      businessId,
      connectionId,
      companyName,
      provider,
      channelId: (await channelOfConnections(businessId)).get(connectionId) ?? null,
      at: incident.at.toISOString(),
    };
  }

  function noticed(connectionId: string): void {
    if (!onReconnectRequired) return;
    const telling: Promise<void> = tell(connectionId)
      .catch((error: unknown) =>
        logger.warn(
          { connectionId, error },
          'An incident could not be looked up; the next look will tell it',
        ),
      )
      .finally(() => running.delete(telling));
    running.add(telling);
  }

  return {
    /** For whoever has just stored an incident. Does not wait. */
    noticed,

    /** Looks for what is still to be told. */
    async tellDue(): Promise<void> {
      if (!onReconnectRequired) return;
      for (const connectionId of await incidents.due(clock(), MAX_AT_A_TIME)) noticed(connectionId);
    },

    /** Once nobody is being told any more; it does not wait for ever for a host that never answers. */
    async settled(): Promise<void> {
      const patience = new AbortController();
      const limit = delay(SETTLE_MS, undefined, { signal: patience.signal }).catch(() => {});
      await Promise.race([Promise.all(running), limit]);
      patience.abort();
    },
  };
}
