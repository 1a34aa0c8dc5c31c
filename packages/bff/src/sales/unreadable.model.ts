import type { ClientSession, Connection, Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { UnreadableDocument } from '../provider/provider.ts';
import { cutText } from './cut-text.ts';

/** A document that is known and could not be imported; it is asked for again with every sync until it could. */
export interface UnreadableRecord extends UnreadableDocument {
  _id: string;
  channelId: Types.ObjectId;
  /** Whether the provider listed it as dated on or after the floor, so that its counts include it. */
  isInRange: boolean;
}

const schema = new Schema<UnreadableRecord>(
  { _id: String, channelId: Schema.Types.ObjectId },
  { collection: 'unreadable', versionKey: false, strict: false },
);
schema.index({ channelId: 1 });

/** More of them than this are counted and not asked for again: then it is not the documents that are at fault. */
const MAX_LISTED = 10_000;

type Nameable = Pick<UnreadableDocument, 'type' | 'externalId' | 'place'> &
  Partial<Pick<UnreadableDocument, 'number'>>;

export const unreadableId = (
  channelId: Types.ObjectId,
  { type, externalId, place, number = null }: Nameable,
): string => {
  const name = externalId ?? JSON.stringify(place ?? (number && cutText(number)));
  return `${channelId.toHexString()}/${type}/${name}`;
};

export type UnreadableModel = ReturnType<typeof createUnreadableModel>;

export function createUnreadableModel(connection: Connection) {
  const model = connection.model('Unreadable', schema);
  const collection = connection.collection<UnreadableRecord>('unreadable');

  return {
    model,

    list: (channelId: Types.ObjectId): Promise<UnreadableRecord[]> =>
      collection.find({ channelId }).sort({ _id: 1 }).limit(MAX_LISTED).toArray(),

    async change(
      { noted, settled }: { noted: readonly UnreadableRecord[]; settled: readonly string[] },
      session: ClientSession,
    ): Promise<void> {
      if (noted.length + settled.length === 0) return;
      await collection.bulkWrite(
        [
          ...settled.map((_id) => ({ deleteOne: { filter: { _id } } })),
          ...noted.map(({ _id, ...record }) => ({
            replaceOne: { filter: { _id }, replacement: record, upsert: true },
          })),
        ],
        { session },
      );
    },

    /** Forgets those of a channel that are dated before a day; all of them where that is null. */
    async forget(channelId: Types.ObjectId, before: string | null, session: ClientSession): Promise<void> {
      await collection.deleteMany(
        { channelId, ...(before !== null && { date: { $lt: before } }) },
        { session },
      );
    },
  };
}
