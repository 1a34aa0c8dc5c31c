import { Schema } from 'mongoose';
import type { Company } from '../connections/connection.model.ts';
import type { Database } from '../database.ts';
import { isDuplicateKey } from '../database.ts';
import type { ProviderPace } from '../provider/provider.ts';
import type { Pace } from './pace.ts';
import { restedPace } from './pace.ts';

export interface PaceDocument {
  _id: string;
  /** Grows with every write, so that of two who decided on the same pace one decides again. */
  version: number;
  pace: Pace;
}

const paceSchema = new Schema<PaceDocument>(
  { _id: String, version: Number, pace: Schema.Types.Mixed },
  { collection: 'provider_pace', versionKey: false, minimize: false },
);

/** Losing the last moments of a pace with a server of the database is nothing to wait for. */
const QUICK = { writeConcern: { w: 1 } } as const;
const MAX_REMEMBERED = 1000;

export const companyKey = ({ provider, environment, realmId }: Company) =>
  `${provider}/${environment}/${realmId}`;

type Versioned = Omit<PaceDocument, '_id'>;

export type PaceModel = ReturnType<typeof createPaceModel>;

/** How each company has been called, for all servers together. */
export function createPaceModel(database: Database) {
  const model = database.model('ProviderPace', paceSchema);
  // What this process wrote last: while no other server calls the company, that is how it is, and reading it is saved.
  const remembered = new Map<string, Versioned>();
  const queues = new Map<string, Promise<unknown>>();

  async function read(key: string, limits: ProviderPace): Promise<Versioned> {
    return (await model.findById(key).lean()) ?? { version: 0, pace: restedPace(limits, Date.now()) };
  }

  async function write(key: string, { version }: Versioned, pace: Pace): Promise<boolean> {
    const next = { version: version + 1, pace };
    try {
      const { matchedCount } = await model.updateOne(
        { _id: key, version },
        { $set: next },
        { ...QUICK, upsert: version === 0 },
      );
      if (matchedCount === 0 && version > 0) return false;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
    remember(key, next);
    return true;
  }

  function remember(key: string, pace: Versioned): void {
    remembered.delete(key);
    remembered.set(key, pace);
    const [oldest] = remembered.keys();
    if (remembered.size > MAX_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
  }

  async function decideUntilWritten<T extends { pace: Pace | null }>(
    key: string,
    limits: ProviderPace,
    decide: (pace: Pace, now: number) => T,
  ): Promise<T> {
    for (let known = remembered.get(key); ; known = undefined) {
      const current = known ?? (await read(key, limits));
      const decision = decide(current.pace, Date.now());
      // What is remembered is good for a yes, which the version checks; a no may be out of date.
      if (decision.pace === null && known) continue;
      if (decision.pace === null || (await write(key, current, decision.pace))) return decision;
    }
  }

  return {
    model,

    /**
     * Changes a company's pace as `decide` says, which is asked again when another server was faster; a decision without a
     * pace changes nothing. Within this process the changes of a company wait for each other.
     */
    change<T extends { pace: Pace | null }>(
      company: Company,
      limits: ProviderPace,
      decide: (pace: Pace, now: number) => T,
    ): Promise<T> {
      const key = companyKey(company);
      const before = queues.get(key) ?? Promise.resolve();
      const changed = before.then(() => decideUntilWritten(key, limits, decide));
      const settled: Promise<unknown> = changed
        .catch(() => {})
        .finally(() => {
          if (queues.get(key) === settled) queues.delete(key);
        });
      queues.set(key, settled);
      return changed;
    },

    /** Once nothing is being changed any more. */
    async settled(): Promise<void> {
      while (queues.size > 0) await Promise.all(queues.values());
    },
  };
}
