import { Schema } from 'mongoose';
import type { Company } from '../connections/connection.model.ts';
import type { Database } from '../database.ts';
import { isDuplicateKey } from '../database.ts';

/**
 * Whose calls of a month are counted: those of a business with a company, or a sum of these, of a business or of all. Sums are
 * kept where a ceiling needs them.
 */
export interface UsageOf extends Pick<Company, 'provider' | 'environment'> {
  /** As the provider counts it, `YYYY-MM`. */
  month: string;
  businessId: string | null;
  realmId: string | null;
}

export interface UsageDocument extends UsageOf {
  _id: string;
  calls: number;
}

const usageSchema = new Schema<UsageDocument>(
  {
    _id: String,
    provider: String,
    environment: String,
    month: String,
    businessId: String,
    realmId: String,
    calls: Number,
  },
  { collection: 'provider_usage', versionKey: false },
);

usageSchema.index({ provider: 1, environment: 1, month: 1 });

const keyOf = ({ provider, environment, month, businessId, realmId }: UsageOf): string =>
  [provider, environment, month, businessId, realmId].filter((part) => part !== null).join('/');

export type UsageModel = ReturnType<typeof createUsageModel>;

/** How many metered calls there have been in each calendar month. */
export function createUsageModel(database: Database) {
  const model = database.model('ProviderUsage', usageSchema);

  /** Two first calls of a month can both find no count. */
  async function add(usage: UsageOf, calls: number): Promise<void> {
    const adding = () =>
      model.updateOne({ _id: keyOf(usage) }, { $inc: { calls }, $setOnInsert: usage }, { upsert: true });
    try {
      await adding();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      await adding();
    }
  }

  /** Begins a sum with the calls there were before anybody asked for it. */
  async function beginSum(sum: UsageOf): Promise<void> {
    const { provider, environment, month, businessId } = sum;
    const parts = {
      provider,
      environment,
      month,
      realmId: { $ne: null },
      ...(businessId !== null && { businessId }),
    };
    const counts = await model.find(parts, { calls: 1 }).lean();
    try {
      await model.create({
        ...sum,
        _id: keyOf(sum),
        calls: counts.reduce((total, { calls }) => total + calls, 0),
      });
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }

  return {
    model,
    add,

    /** Adds one call to a sum unless the month's ceiling is reached. False when it is. */
    async addBelow(sum: UsageOf, ceiling: number): Promise<boolean> {
      const adding = async () => {
        const below = { _id: keyOf(sum), calls: { $lt: ceiling } };
        return (await model.updateOne(below, { $inc: { calls: 1 } })).matchedCount === 1;
      };
      if (await adding()) return true;
      if (await model.exists({ _id: keyOf(sum) })) return false;
      await beginSum(sum);
      return adding();
    },

    /** The calls of each, in the same order. */
    async read(usages: readonly UsageOf[]): Promise<number[]> {
      const found = await model.find({ _id: { $in: usages.map(keyOf) } }, { calls: 1 }).lean();
      const calls = new Map(found.map((usage) => [usage._id, usage.calls]));
      return usages.map((usage) => calls.get(keyOf(usage)) ?? 0);
    },
  };
}
