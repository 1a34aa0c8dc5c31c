import type { ClientSession, Database, QueryFilter } from '../database.ts';
import { inTransaction, isDuplicateKey, toObjectId } from '../database.ts';
import type { Incident } from './incidents.model.ts';
import type { Company, ConnectionDocument, ConnectionModel } from './connection.model.ts';

const ENDED = { status: 'disconnected', isLive: false, incident: null } as const;

const LIVE = { status: 'connected', isLive: true } as const;

/** What the host tells of a connection of its own, whether it works left out: that is noted once, as an incident. */
export type HostFacts = Pick<ConnectionDocument, 'companyName' | 'homeCurrency' | 'uses'>;

export type HostConnectionModel = ReturnType<typeof createHostConnectionModel>;

interface HostConnectionModelOptions {
  database: Database;
  connections: ConnectionModel;
  /** What is part of a connection's working again. */
  resume: (connectionId: string, transaction: ClientSession) => Promise<void>;
  /** Tells workers that a channel is due; losing it loses nothing. */
  wakeWorkers: () => void;
}

/** The connections the host signed in itself, kept so that they have ids and channels like the others. */
export function createHostConnectionModel(options: HostConnectionModelOptions) {
  const { database, resume, wakeWorkers } = options;
  const { model } = options.connections;

  return {
    list: (businessId: string): Promise<ConnectionDocument[]> =>
      model.find({ businessId, ownership: 'host' }).lean(),

    /** @returns its id; null when the company is live elsewhere. */
    async insert(
      businessId: string,
      company: Company,
      facts: HostFacts,
      connectedAt: Date,
    ): Promise<string | null> {
      const own = { businessId, ...company, ownership: 'host', isLive: true } as const;
      const document = { ...own, ...facts, ...LIVE, connectedAt };
      await unlessTaken(model.create(document));
      // Two lists at a time both find it new.
      return (await model.findOne(own, { _id: 1 }).lean())?._id.toHexString() ?? null;
    },

    /** Ends a connection the host no longer has. */
    async end({ _id }: Pick<ConnectionDocument, '_id'>): Promise<void> {
      await model.updateOne({ _id, ownership: 'host' }, { $set: ENDED });
    },

    /** False when the company is live elsewhere. */
    update: ({ _id, isLive }: ConnectionDocument, facts: HostFacts): Promise<boolean> =>
      unlessTaken(
        isLive
          ? model.updateOne({ _id, ownership: 'host' }, { $set: facts })
          : bringBack({ _id, ownership: 'host', isLive: false }, { ...facts, ...LIVE }),
      ),

    /** After the host lent a token that is not the one the provider turned down. */
    markConnected: (connectionId: string, tokenHash: string): Promise<void> =>
      bringBack(
        {
          _id: toObjectId(connectionId),
          ownership: 'host',
          status: 'reconnect_required',
          rejectedToken: { $ne: tokenHash },
        },
        { status: 'connected', rejectedToken: null, incident: null },
      ),

    /** False when that was known, or the connection has ended. */
    async markUnusable(
      connectionId: string,
      rejectedToken: string | null,
      incident: Incident,
    ): Promise<boolean> {
      const { matchedCount } = await model.updateOne(
        { _id: toObjectId(connectionId), ownership: 'host', status: 'connected' },
        { $set: { status: 'reconnect_required', rejectedToken, incident } },
      );
      return matchedCount === 1;
    },
  };

  async function bringBack(
    gone: QueryFilter<ConnectionDocument>,
    back: Partial<ConnectionDocument>,
  ): Promise<void> {
    const isBack = await inTransaction(database, async (session) => {
      const found = await model.findOneAndUpdate(gone, { $set: back }, { session }).lean();
      if (found) await resume(found._id.toHexString(), session);
      return found !== null;
    });
    if (isBack) wakeWorkers();
  }
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
