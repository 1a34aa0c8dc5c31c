import type { ClientSession, Connection as Database, Types } from 'mongoose';
import { Schema } from 'mongoose';
import { toObjectId } from '../database.ts';
import type { Connection } from './connection.ts';
import type { Incident } from './incidents.model.ts';
import type { SealedTokens } from './token-vault.ts';

export interface ConnectionDocument {
  _id: Types.ObjectId;
  businessId: string;
  provider: string;
  environment: string;
  realmId: string;
  companyName: string;
  homeCurrency: string | null;
  ownership: Connection['ownership'];
  status: Connection['status'];
  /** False once disconnected. A company has one live connection, whatever the business. */
  isLive: boolean;
  uses: string[];
  preview: Connection['preview'];
  connectedAt: Date;
  /** Null where the host keeps the tokens, and after a disconnect. */
  tokens: SealedTokens | null;
  /** When to refresh `tokens` for no other reason than that nobody has; null for never. */
  keepAliveAt: Date | null;
  /** Grows with every write of `tokens`, so that a late writer notices. */
  tokenVersion: number;
  /** Who may use the refresh token now, and until when at most. */
  refreshLease: { owner: string; until: Date } | null;
  /** Hash of the host's access token that the provider turned down last. */
  rejectedToken: string | null;
  /** While the connection needs a new sign-in. */
  incident: Incident | null;
}

/** What makes a company one of a kind. */
export type Company = Pick<ConnectionDocument, 'provider' | 'environment' | 'realmId'>;

const connectionSchema = new Schema<ConnectionDocument>(
  {
    businessId: { type: String, required: true },
    provider: { type: String, required: true },
    environment: { type: String, required: true },
    realmId: { type: String, required: true },
    companyName: { type: String, required: true },
    homeCurrency: { type: String, default: null },
    ownership: { type: String, enum: ['kit', 'host'], required: true },
    status: { type: String, enum: ['connected', 'reconnect_required', 'disconnected'], required: true },
    isLive: { type: Boolean, required: true },
    uses: { type: [String], default: [] },
    preview: { type: Schema.Types.Mixed, default: null },
    connectedAt: { type: Date, required: true },
    tokens: { type: Schema.Types.Mixed, default: null },
    keepAliveAt: { type: Date, default: null },
    tokenVersion: { type: Number, default: 0 },
    refreshLease: { type: Schema.Types.Mixed, default: null },
    rejectedToken: { type: String, default: null },
    incident: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'connections', versionKey: false },
);
connectionSchema.index(
  { provider: 1, environment: 1, realmId: 1 },
  { unique: true, partialFilterExpression: { isLive: true } },
);
connectionSchema.index({ businessId: 1 });
connectionSchema.index({ 'incident.tellAt': 1 });
connectionSchema.index({ keepAliveAt: 1 });

export function toConnection(document: ConnectionDocument): Connection {
  const { _id, businessId, provider, environment, realmId, companyName, homeCurrency } = document;
  const { ownership, status, uses, preview, connectedAt } = document;
  const company = { provider, environment, realmId, companyName, homeCurrency };
  const authorizationEndsAt = document.tokens && endOfGrant(document.tokens);
  const facts = { ownership, status, uses, preview, connectedAt, authorizationEndsAt };
  return { id: _id.toHexString(), businessId, ...company, ...facts };
}

/** A grant ends when it is not refreshed in time, and whatever is refreshed at its hard end. */
const endOfGrant = ({ refreshTokenExpiresAt, hardExpiresAt }: SealedTokens): Date =>
  hardExpiresAt && hardExpiresAt < refreshTokenExpiresAt ? hardExpiresAt : refreshTokenExpiresAt;

export type ConnectionModel = ReturnType<typeof createConnectionModel>;

export function createConnectionModel(database: Database) {
  const model = database.model('Connection', connectionSchema);
  const byAge = { connectedAt: 1, _id: 1 } as const;

  return {
    model,

    async list(businessId: string, session: ClientSession | null = null): Promise<Connection[]> {
      return (await model.find({ businessId }).sort(byAge).session(session).lean()).map(toConnection);
    },

    async find(businessId: string, connectionId: string): Promise<Connection | null> {
      const _id = toObjectId(connectionId);
      const document = _id && (await model.findOne({ _id, businessId }).lean());
      return document && toConnection(document);
    },

    /** The live connection of a company, whichever business has it. */
    async findLive(company: Company): Promise<Connection | null> {
      const document = await model.findOne({ ...company, isLive: true }).lean();
      return document && toConnection(document);
    },

    /** The working connections of some companies. */
    async connectedOf(
      { provider, environment }: Pick<Company, 'provider' | 'environment'>,
      realmIds: readonly string[],
    ): Promise<Connection[]> {
      const working = { provider, environment, isLive: true, status: 'connected' as const };
      return (await model.find({ ...working, realmId: { $in: realmIds } }).lean()).map(toConnection);
    },

    /** The business' own connection with a company, the live one before one that was disconnected. */
    async findOwn(businessId: string, company: Company): Promise<Connection | null> {
      const document = await model
        .findOne({ businessId, ...company })
        .sort({ isLive: -1, connectedAt: -1 })
        .lean();
      return document && toConnection(document);
    },

    async setPreview(connectionId: string, preview: NonNullable<Connection['preview']>): Promise<void> {
      await model.updateOne({ _id: toObjectId(connectionId) }, { $set: { preview } });
    },
  };
}
