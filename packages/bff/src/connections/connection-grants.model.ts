import type { ClientSession, Connection as Database } from 'mongoose';
import mongoose from 'mongoose';
import type { Audit } from '../audit/create-audit.ts';
import { inTransaction, isDuplicateKey } from '../database.ts';
import type { ProviderCompany, TokenSet } from '../provider/provider.ts';
import type { Session } from '../session/session.ts';
import type { ConnectionModel } from './connection.model.ts';
import { toConnection } from './connection.model.ts';
import { keepAliveAt } from './keep-alive.ts';
import { takenPlaces } from './plan-places.ts';
import type { TokenVault } from './token-vault.ts';

export interface Grant {
  businessId: string;
  provider: string;
  environment: string;
  company: ProviderCompany;
  tokens: TokenSet;
  at: Date;
  /** Who signed in. */
  by: Pick<Session, 'business' | 'user'>;
  /** How many connections the plan allows. */
  maxConnections: number;
}

export type AttachOutcome =
  { attached: string; refused: null } | { attached: null; refused: 'no_room' | 'in_use' };

interface GrantModelOptions {
  database: Database;
  connections: ConnectionModel;
  vault: TokenVault;
  audit: Audit;
  /** Makes transactions of one business wait for each other. */
  lockBusiness: (businessId: string, session: ClientSession) => Promise<void>;
  /** The connections whose channel is inactive. */
  restingConnections: (businessId: string, session?: ClientSession) => Promise<ReadonlySet<string>>;
  /** Lets the channel of a connection that works again go on. */
  resumeChannel: (by: Grant['by'], connectionId: string, session: ClientSession) => Promise<void>;
}

/** Makes the function that puts what a sign-in brought on a connection: the one the business had with the company, or a new one. */
export function createGrantModel(options: GrantModelOptions) {
  const { database, connections, vault, audit, lockBusiness, restingConnections, resumeChannel } = options;
  const { model } = connections;

  return async function attach(grant: Grant): Promise<AttachOutcome> {
    try {
      return await inTransaction(database, (session) => attachIn(session, grant));
    } catch (error) {
      // Another business was faster: the index knows one live connection a company.
      if (isDuplicateKey(error)) return { attached: null, refused: 'in_use' };
      throw error;
    }
  };

  async function attachIn(session: ClientSession, grant: Grant): Promise<AttachOutcome> {
    const { businessId, provider, environment, company, tokens, at } = grant;
    const { realmId, name: companyName, homeCurrency } = company;
    await lockBusiness(businessId, session);
    const known = await model
      .findOne({ businessId, provider, environment, realmId, ownership: 'kit' })
      .session(session)
      .lean();
    const all = await connections.list(businessId, session);
    const resting = await restingConnections(businessId, session);
    const taken = takenPlaces(all, known && toConnection(known), resting);
    if (taken >= grant.maxConnections) return { attached: null, refused: 'no_room' };
    const _id = known?._id ?? new mongoose.Types.ObjectId();
    const attached = _id.toHexString();
    const sealed = vault.seal(attached, tokens);
    const facts = {
      companyName,
      homeCurrency,
      status: 'connected',
      isLive: true,
      tokens: sealed,
      keepAliveAt: keepAliveAt(tokens),
    } as const;
    if (known) {
      await model.updateOne(
        { _id },
        { $set: { ...facts, refreshLease: null, incident: null }, $inc: { tokenVersion: 1 } },
        { session },
      );
    } else {
      const company = { businessId, provider, environment, realmId };
      await model.create([{ _id, ...company, ...facts, ownership: 'kit', connectedAt: at }], { session });
    }
    const action = known ? 'connection_reconnected' : 'connection_connected';
    await audit.record(grant.by, { action, subject: companyName, connectionId: attached }, session);
    if (known) await resumeChannel(grant.by, attached, session);
    return { attached, refused: null };
  }
}
