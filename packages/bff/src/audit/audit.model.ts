import type { AuditAction } from '@sales-channels/contract';
import type { ClientSession, Connection, Types } from 'mongoose';
import { Schema } from 'mongoose';
import { toObjectId } from '../database.ts';

export interface AuditDocument {
  _id: Types.ObjectId;
  businessId: string;
  at: Date;
  action: Exclude<AuditAction, 'unknown'>;
  user: { id: string; name: string };
  subject: string | null;
  channelId: string | null;
  connectionId: string | null;
  saleId: string | null;
}

const optionalText = { type: String, default: null } as const;

const auditSchema = new Schema<AuditDocument>(
  {
    businessId: { type: String, required: true },
    at: { type: Date, required: true },
    action: { type: String, required: true },
    user: { type: Schema.Types.Mixed, required: true },
    subject: optionalText,
    channelId: optionalText,
    connectionId: optionalText,
    saleId: optionalText,
  },
  { collection: 'audit', versionKey: false },
);
auditSchema.index({ businessId: 1, at: -1, _id: -1 });

export function createAuditModel(connection: Connection) {
  const model = connection.model('AuditEntry', auditSchema);

  return {
    model,

    async add(entry: Omit<AuditDocument, '_id'>, transaction?: ClientSession): Promise<void> {
      await model.create([entry], transaction ? { session: transaction } : {});
    },

    /** Newest first, after a position in that order. */
    list(
      businessId: string,
      after: { at: Date; id: string } | null,
      limit: number,
    ): Promise<AuditDocument[]> {
      const older = after && {
        $or: [{ at: { $lt: after.at } }, { at: after.at, _id: { $lt: toObjectId(after.id) } }],
      };
      return model
        .find({ businessId, ...older })
        .sort({ at: -1, _id: -1 })
        .limit(limit)
        .lean();
    },
  };
}
