import { Types, toObjectId } from '../database.ts';
import type { ConnectionDocument, ConnectionModel } from './connection.model.ts';

/** A connection's need of a new sign-in, from when it was noticed until somebody signs in. Kept on the connection. */
export interface Incident {
  id: string;
  at: Date;
  /** When to tell the host of it next; null once it was told. */
  tellAt: Date | null;
  toldAt: Date | null;
  /** How often it was tried to tell the host. */
  attempts: number;
}

export const openIncident = (at: Date): Incident => ({
  id: new Types.ObjectId().toHexString(),
  at,
  tellAt: at,
  toldAt: null,
  attempts: 0,
});

/** A connection whose incident the caller alone may tell for now. */
export type ClaimedIncident = ConnectionDocument & { incident: Incident };

export type IncidentModel = ReturnType<typeof createIncidentModel>;

export function createIncidentModel({ model }: ConnectionModel) {
  const untold = ({ _id, incident }: ClaimedIncident) => ({ _id, 'incident.id': incident.id });

  return {
    /** Takes the right to tell a connection's incident until `until`. Null when it was told, is over, or another has it. */
    claim: (connectionId: string, now: Date, until: Date): Promise<ClaimedIncident | null> =>
      model
        .findOneAndUpdate(
          { _id: toObjectId(connectionId), 'incident.tellAt': { $lte: now } },
          { $set: { 'incident.tellAt': until }, $inc: { 'incident.attempts': 1 } },
          { returnDocument: 'after' },
        )
        .lean<ClaimedIncident | null>(),

    async told(claimed: ClaimedIncident, toldAt: Date): Promise<void> {
      await model.updateOne(untold(claimed), {
        $set: { 'incident.tellAt': null, 'incident.toldAt': toldAt },
      });
    },

    async tellLater(claimed: ClaimedIncident, tellAt: Date): Promise<void> {
      await model.updateOne(untold(claimed), { $set: { 'incident.tellAt': tellAt } });
    },

    /** Connections with an incident to tell. */
    async due(now: Date, limit: number): Promise<string[]> {
      const found = await model
        .find({ 'incident.tellAt': { $lte: now } }, { _id: 1 })
        .sort({ 'incident.tellAt': 1 })
        .limit(limit)
        .lean();
      return found.map(({ _id }) => _id.toHexString());
    },
  };
}
