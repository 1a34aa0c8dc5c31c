import { isDuplicateKey, toObjectId } from '../database.ts';
import type { Company, ConnectionDocument, ConnectionModel } from './connection.model.ts';

/** What the host tells of a connection of its own. */
export type HostFacts = Pick<
  ConnectionDocument,
  'companyName' | 'homeCurrency' | 'status' | 'isLive' | 'uses'
>;

export type HostConnectionModel = ReturnType<typeof createHostConnectionModel>;

/** The connections the host signed in itself, kept so that they have ids and channels like the others. */
export function createHostConnectionModel({ model }: ConnectionModel) {
  return {
    list: (businessId: string): Promise<ConnectionDocument[]> =>
      model.find({ businessId, ownership: 'host' }).lean(),

    /** False when the company is live elsewhere. */
    async insert(
      businessId: string,
      company: Company,
      facts: HostFacts,
      connectedAt: Date,
    ): Promise<boolean> {
      const document = { businessId, ...company, ...facts, ownership: 'host', connectedAt } as const;
      if (await unlessTaken(model.create(document))) return true;
      // Two lists at a time both find it new.
      return (await model.exists({ businessId, ...company, ownership: 'host', isLive: true })) !== null;
    },

    /** False when the company is live elsewhere. */
    update: ({ _id }: Pick<ConnectionDocument, '_id'>, facts: Partial<HostFacts>): Promise<boolean> =>
      unlessTaken(model.updateOne({ _id, ownership: 'host' }, { $set: facts })),

    /** After the host lent a token that is not the one the provider turned down. */
    async markConnected(connectionId: string, tokenHash: string): Promise<void> {
      await model.updateOne(
        {
          _id: toObjectId(connectionId),
          ownership: 'host',
          status: 'reconnect_required',
          rejectedToken: { $ne: tokenHash },
        },
        { $set: { status: 'connected', rejectedToken: null } },
      );
    },

    /** False when that was known, or the connection has ended. */
    async markUnusable(connectionId: string, rejectedToken: string | null): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: toObjectId(connectionId), ownership: 'host', status: 'connected' },
        { $set: { status: 'reconnect_required', rejectedToken } },
      );
      return matchedCount === 1;
    },
  };
}

async function unlessTaken(write: PromiseLike<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
