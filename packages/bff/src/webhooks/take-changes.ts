import type { WakeModel } from '../channels/wakes.model.ts';
import type { ConnectionModel } from '../connections/connection.model.ts';
import type { AccountingProvider, CompanyChange } from '../provider/provider.ts';

interface TakeChangesOptions {
  connectionModel: Pick<ConnectionModel, 'connectedOf'>;
  wakes: Pick<WakeModel, 'ofConnections' | 'bringForward'>;
  /** Has workers look at that time; losing it costs half a minute. */
  wakeWorkers: (at: Date) => void;
  clock: () => Date;
}

/** What happens within it becomes one sync; what happens later does not put that off. */
const DEBOUNCE_MS = 3_000;
/** Providers write whole seconds, and may date a change a little after it could be read. */
const INEXACTNESS_MS = 2_000;

export type TakeChanges = ReturnType<typeof createTakeChanges>;

/** Makes what has channels sync soon when their provider says that something changed. */
export function createTakeChanges({ connectionModel, wakes, wakeWorkers, clock }: TakeChangesOptions) {
  /**
   * Resolves once it is stored durably. Companies nobody has connected here are passed over, and so is what a channel has
   * read already: a notification that comes twice, late or out of order changes nothing. It takes the same three operations
   * of the database for any number of changes and companies.
   */
  return async function takeChanges(
    { id: provider, environment }: Pick<AccountingProvider, 'id' | 'environment'>,
    changes: readonly CompanyChange[],
  ): Promise<void> {
    const newest = newestByCompany(changes);
    if (newest.size === 0) return;
    const connections = await connectionModel.connectedOf({ provider, environment }, [...newest.keys()]);
    if (connections.length === 0) return;
    const realmOf = new Map(connections.map(({ id, realmId }) => [id, realmId]));
    const behind = (await wakes.ofConnections([...realmOf.keys()])).filter(({ connectionId, cursor }) => {
      const changedAt = newest.get(realmOf.get(connectionId?.toHexString() ?? '') ?? '');
      // What was never read is read as a whole once somebody asks for it.
      return cursor.changedSince && (changedAt ?? 0) > cursor.changedSince.getTime() - INEXACTNESS_MS;
    });
    if (behind.length === 0) return;
    const at = new Date(clock().getTime() + DEBOUNCE_MS);
    const ids = behind.map(({ _id }) => _id);
    if ((await wakes.bringForward(ids, { at, trigger: 'webhook' })) > 0) wakeWorkers(at);
  };
}

/** When each company changed last, as far as it was told; for ever after where it was not told when. */
function newestByCompany(changes: readonly CompanyChange[]): ReadonlyMap<string, number> {
  const newest = new Map<string, number>();
  for (const { realmId, changedAt } of changes)
    newest.set(realmId, Math.max(newest.get(realmId) ?? 0, changedAt?.getTime() ?? Infinity));
  return newest;
}
