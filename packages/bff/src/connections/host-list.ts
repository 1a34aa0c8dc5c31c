import type { Logger } from '../logger.ts';
import type { HostConnection, HostConnections } from '../options.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { HostAccess } from './host-access.ts';
import type { ConnectionDocument } from './connection.model.ts';
import { toConnection } from './connection.model.ts';
import type { HostConnectionModel, HostFacts } from './host-connection.model.ts';

interface HostListOptions {
  hostConnections: HostConnections | undefined;
  connections: HostConnectionModel;
  providers: ReadonlyMap<string, AccountingProvider>;
  access: HostAccess;
  clock: () => Date;
  logger: Logger;
}

/** Makes the function that brings what is stored of the host's connections in line with what the host says now. */
export function createHostList(options: HostListOptions) {
  const { hostConnections, connections, providers, access, clock, logger } = options;

  return async function takeOver(businessId: string): Promise<void> {
    if (!hostConnections) return;
    let told: HostConnection[];
    try {
      told = await hostConnections.list(businessId);
    } catch (cause) {
      // What was known last is better than no list at all.
      logger.warn({ businessId, cause }, "The host's connections could not be listed");
      return;
    }
    const stored = await connections.list(businessId);
    const seen = new Set<ConnectionDocument>();
    for (const connection of told) {
      const known = stored.find((one) => isSame(one, connection, providers));
      if (known) seen.add(known);
      await takeOverOne(businessId, connection, known);
    }
    for (const gone of stored) {
      if (gone.isLive && !seen.has(gone)) await connections.end(gone);
    }
  };

  async function takeOverOne(
    businessId: string,
    told: HostConnection,
    known: ConnectionDocument | undefined,
  ): Promise<void> {
    const environment = providers.get(told.provider)?.environment;
    const fields = { businessId, provider: told.provider, realmId: told.realmId };
    if (environment === undefined) {
      logger.warn(fields, 'The host has a connection of a provider that is not configured');
      return;
    }
    const company = { provider: told.provider, environment, realmId: told.realmId };
    const facts = factsOf(told);
    const connectionId = known
      ? await updated(known, facts)
      : await connections.insert(businessId, company, facts, clock());
    if (connectionId === null) {
      logger.warn(fields, 'A connection of the host was left out: its company is connected elsewhere');
      return;
    }
    // The host believes in an access that failed here; whether it has another by now, only asking tells.
    if (known?.status === 'reconnect_required' && told.status === 'connected')
      await access.current(toConnection(known)).catch(() => {});
    if (known?.status !== 'reconnect_required' && told.status === 'reconnect_required')
      await access.lost(connectionId);
  }

  /** Null when the company is live elsewhere. */
  async function updated(known: ConnectionDocument, facts: HostFacts): Promise<string | null> {
    const isOurs = !hasChanged(known, facts) || (await connections.update(known, facts));
    return isOurs ? known._id.toHexString() : null;
  }
}

function isSame(
  stored: ConnectionDocument,
  told: HostConnection,
  providers: ReadonlyMap<string, AccountingProvider>,
): boolean {
  return (
    stored.provider === told.provider &&
    stored.realmId === told.realmId &&
    stored.environment === providers.get(told.provider)?.environment
  );
}

const factsOf = ({ companyName, homeCurrency, uses }: HostConnection): HostFacts => ({
  companyName,
  homeCurrency,
  uses,
});

const hasChanged = (known: ConnectionDocument, facts: HostFacts): boolean =>
  known.companyName !== facts.companyName ||
  known.homeCurrency !== facts.homeCurrency ||
  !known.isLive ||
  known.uses.join('\n') !== facts.uses.join('\n');
