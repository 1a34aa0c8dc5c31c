import type { ProblemCode, ProblemDetails } from '@sales-channels/contract';
import type { Connection as Database, Types } from 'mongoose';
import { Schema } from 'mongoose';
import { toObjectId } from '../database.ts';

export interface AuthorizationDocument {
  _id: Types.ObjectId;
  provider: string;
  /** The connection to sign in again for; null for a new one. */
  reconnects: string | null;
  returnTo: string | null;
  // What the session said: a browser that comes back from the provider has none.
  businessId: string;
  businessName: string;
  userId: string;
  userName: string;
  allowedOrigins: string[];
  maxConnections: number;
  moreConnectionsPlan: string | null;
  status: 'pending' | 'succeeded' | 'failed';
  connectionId: string | null;
  problem: { code: ProblemCode; details: ProblemDetails } | null;
  ticketHash: string;
  ticketExpiresAt: Date;
  /** Of the secret in the cookie of the browser that used the ticket. */
  browserHash: string | null;
  stateHash: string | null;
  /** When the provider's answer was taken; it is taken once. */
  answeredAt: Date | null;
  expiresAt: Date;
}

export type NewAuthorization = Omit<
  AuthorizationDocument,
  '_id' | 'status' | 'connectionId' | 'problem' | 'browserHash' | 'stateHash' | 'answeredAt'
>;

/** Who began a sign-in, and for which business. */
export const requester = ({ businessId, businessName, userId, userName }: AuthorizationDocument) => ({
  business: { id: businessId, name: businessName },
  user: { id: userId, name: userName },
});

const DAY_SECONDS = 24 * 3600;
const text = { type: String, required: true } as const;
const optionalText = { type: String, default: null } as const;
const date = { type: Date, required: true } as const;

const authorizationSchema = new Schema<AuthorizationDocument>(
  {
    provider: text,
    reconnects: optionalText,
    returnTo: optionalText,
    businessId: text,
    businessName: text,
    userId: text,
    userName: text,
    allowedOrigins: { type: [String], required: true },
    maxConnections: { type: Number, required: true },
    moreConnectionsPlan: optionalText,
    status: { type: String, enum: ['pending', 'succeeded', 'failed'], default: 'pending' },
    connectionId: optionalText,
    problem: { type: Schema.Types.Mixed, default: null },
    ticketHash: text,
    ticketExpiresAt: date,
    browserHash: optionalText,
    stateHash: optionalText,
    answeredAt: { type: Date, default: null },
    expiresAt: date,
  },
  { collection: 'authorizations', versionKey: false },
);
authorizationSchema.index({ ticketHash: 1 });
authorizationSchema.index({ stateHash: 1 });
// Kept for a day longer, so that whoever asks how it went still hears.
authorizationSchema.index({ expiresAt: 1 }, { expireAfterSeconds: DAY_SECONDS });

export type AuthorizationModel = ReturnType<typeof createAuthorizationModel>;

export function createAuthorizationModel(database: Database) {
  const model = database.model('Authorization', authorizationSchema);

  return {
    model,
    create: async (values: NewAuthorization): Promise<AuthorizationDocument> =>
      (await model.create(values)).toObject(),

    find: (businessId: string, id: string): Promise<AuthorizationDocument | null> =>
      model.findOne({ _id: toObjectId(id), businessId }).lean(),
    findById: (id: string): Promise<AuthorizationDocument | null> =>
      model.findOne({ _id: toObjectId(id) }).lean(),
    findByTicket: (ticketHash: string): Promise<AuthorizationDocument | null> =>
      model.findOne({ ticketHash }).lean(),
    findByState: (stateHash: string): Promise<AuthorizationDocument | null> =>
      model.findOne({ stateHash }).lean(),

    /** Binds a sign-in to a browser. False when one was faster. */
    async bindBrowser({ _id }: AuthorizationDocument, browserHash: string): Promise<boolean> {
      const filter = { _id, status: 'pending', browserHash: null } as const;
      return (await model.updateOne(filter, { $set: { browserHash } })).matchedCount === 1;
    },

    /** Sends the browser off with a state; an earlier one no longer counts. False once an answer was taken. */
    async setState({ _id }: AuthorizationDocument, stateHash: string): Promise<boolean> {
      const filter = { _id, status: 'pending', answeredAt: null } as const;
      return (await model.updateOne(filter, { $set: { stateHash } })).matchedCount === 1;
    },

    /** Uses up the state. False when it was used before or is no longer the one. */
    async takeAnswer({ _id, stateHash }: AuthorizationDocument, answeredAt: Date): Promise<boolean> {
      const filter = { _id, stateHash, status: 'pending', answeredAt: null } as const;
      return (await model.updateOne(filter, { $set: { answeredAt } })).matchedCount === 1;
    },

    /** Notes how a sign-in ended, once. */
    async end(
      { _id }: AuthorizationDocument,
      outcome: Pick<AuthorizationDocument, 'status' | 'connectionId' | 'problem'>,
    ): Promise<void> {
      await model.updateOne({ _id, status: 'pending' }, { $set: outcome });
    },
  };
}
