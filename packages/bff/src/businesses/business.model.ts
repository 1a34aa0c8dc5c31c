import { isDeepStrictEqual } from 'node:util';
import type { Entitlements } from '@sales-channels/contract';
import type { ClientSession, Connection } from 'mongoose';
import { Schema } from 'mongoose';
import { isDuplicateKey } from '../database.ts';
import type { VerifiedSession } from '../session/session.ts';

export interface BusinessDocument {
  _id: string;
  salesTrackingEnabled: boolean;
  /** Number of the last change in the business' feed. */
  sequence: number;
  /** Counts the transactions that took the business' lock. */
  locks: number;
  name: string;
  timeZone: string;
  homeCurrency: string;
  /** When the session was signed that told the following. */
  toldAt: Date | null;
  /** As the last session said; workers have no session. */
  entitlements: Entitlements;
}

const businessSchema = new Schema<BusinessDocument>(
  {
    _id: { type: String, required: true },
    salesTrackingEnabled: { type: Boolean, default: false },
    sequence: { type: Number, default: 0 },
    locks: { type: Number, default: 0 },
    name: String,
    timeZone: String,
    homeCurrency: String,
    toldAt: { type: Date, default: null },
    entitlements: Schema.Types.Mixed,
  },
  { collection: 'businesses', versionKey: false },
);

export type BusinessModel = ReturnType<typeof createBusinessModel>;

export function createBusinessModel(connection: Connection) {
  const model = connection.model('Business', businessSchema);
  const snapshot = ({ business, timeZone, homeCurrency, entitlements }: VerifiedSession) => ({
    name: business.name,
    timeZone,
    homeCurrency,
    entitlements,
  });

  return {
    model,
    find: (businessId: string): Promise<BusinessDocument | null> => model.findById(businessId).lean(),

    /** Keeps what a session says of its business, for the workers. */
    async remember(session: VerifiedSession): Promise<void> {
      const isNews = { $or: [{ toldAt: null }, { toldAt: { $lte: session.issuedAt } }] };
      const told = { ...snapshot(session), toldAt: session.issuedAt };
      try {
        await model.updateOne({ _id: session.business.id, ...isNews }, { $set: told }, { upsert: true });
      } catch (error) {
        // A later session has told already.
        if (!isDuplicateKey(error)) throw error;
      }
    },

    /** True when a session says of its business nothing that is new: sessions signed before the plan changed live on for a while. */
    isRemembered(session: VerifiedSession, business: BusinessDocument): boolean {
      if (business.toldAt && business.toldAt > session.issuedAt) return true;
      const { name, timeZone, homeCurrency, entitlements } = business;
      return isDeepStrictEqual(snapshot(session), { name, timeZone, homeCurrency, entitlements });
    },

    /** Of a business that is known. @returns whether it was otherwise before. */
    async setSalesTracking(
      businessId: string,
      enabled: boolean,
      transaction: ClientSession,
    ): Promise<boolean> {
      const { modifiedCount } = await model.updateOne(
        { _id: businessId, salesTrackingEnabled: { $ne: enabled } },
        { $set: { salesTrackingEnabled: enabled } },
        { session: transaction },
      );
      return modifiedCount === 1;
    },

    /** Lets transactions that decide by counting what the business has run one after the other. */
    async lock(businessId: string, session: ClientSession): Promise<void> {
      await model.updateOne({ _id: businessId }, { $inc: { locks: 1 } }, { session, upsert: true });
    },

    /**
     * Takes the next `count` numbers of the business' feed, within the transaction that uses them: the write on the business
     * keeps other writers out until it ends, so numbers become visible in their order and a reader can skip none.
     * @returns the last of them.
     */
    async takeSequence(businessId: string, count: number, session: ClientSession): Promise<number> {
      const business = await model
        .findOneAndUpdate(
          { _id: businessId },
          { $inc: { sequence: count } },
          { session, returnDocument: 'after' },
        )
        .lean();
      if (!business) throw new Error(`There is no business ${businessId}.`);
      return business.sequence;
    },
  };
}
