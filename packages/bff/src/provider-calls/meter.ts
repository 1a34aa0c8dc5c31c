import type { Connection } from '../connections/connection.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { AccountingProvider, ProviderAccess, ProviderCall } from '../provider/provider.ts';
import { calendarMonthIn, nextMonthIn } from './calendar-month.ts';
import type { UsageModel, UsageOf } from './usage.model.ts';

/** How many metered calls a calendar month may have, of one provider; no limit where it is left out. */
export interface CallCeilings {
  /** Of all businesses together. */
  monthly: number | undefined;
  monthlyPerBusiness: number | undefined;
}

interface MeterOptions {
  usage: UsageModel;
  ceilings: CallCeilings;
  clock: () => Date;
  logger: Logger;
}

/** A company's metered calls of this month, as its provider counts months. */
export interface MonthlyCalls {
  month: string;
  used: number;
  /** How many there may be at most; null for any number. */
  ceiling: number | null;
}

type Metered = Pick<AccountingProvider, 'id' | 'environment' | 'meteringTimeZone'>;

export type Meter = ReturnType<typeof createMeter>;

/** Counts calls where they are paid, by company, business and month, and makes none that a ceiling forbids. */
export function createMeter({ usage, ceilings, clock, logger }: MeterOptions) {
  function countsOf(
    { id: provider, environment, meteringTimeZone }: Metered,
    businessId: string,
    realmId: string,
  ) {
    const month = calendarMonthIn(meteringTimeZone, clock());
    const all = { provider, environment, month, businessId: null, realmId: null };
    return { all, business: { ...all, businessId }, company: { ...all, businessId, realmId } };
  }

  /** @returns what was counted. @throws DomainError `budget_reached`. */
  async function countOne(provider: Metered, businessId: string, realmId: string): Promise<UsageOf[]> {
    const { all, business, company } = countsOf(provider, businessId, realmId);
    const counted: UsageOf[] = [];
    const limited = [
      { count: business, ceiling: ceilings.monthlyPerBusiness },
      { count: all, ceiling: ceilings.monthly },
    ];
    for (const { count, ceiling } of limited) {
      if (ceiling === undefined) continue;
      if (!(await usage.addBelow(count, ceiling))) {
        await addToAll(counted, -1);
        const availableAt = nextMonthIn(provider.meteringTimeZone, clock());
        throw new DomainError('budget_reached', { availableAt: availableAt.toISOString() });
      }
      counted.push(count);
    }
    await usage.add(company, 1);
    return [...counted, company];
  }

  async function addToAll(counts: readonly UsageOf[], calls: number): Promise<void> {
    await Promise.all(counts.map((count) => usage.add(count, calls)));
  }

  return {
    /**
     * Runs `work` as one metered call, counted beforehand: a process that dies loses none, and those at the same time
     * cannot pass a ceiling together. What `work` reports puts the count right where it was none, or more.
     * @throws DomainError `budget_reached` with the moment there are calls again.
     */
    async counted<T>(
      provider: Metered,
      { businessId = '', realmId, onCall }: ProviderAccess,
      work: (onCall: (call: ProviderCall) => void) => Promise<T>,
    ): Promise<T> {
      const counts = await countOne(provider, businessId, realmId);
      let metered = 0;
      try {
        return await work((call) => {
          if (call.metered) metered += 1;
          onCall?.(call);
        });
      } finally {
        if (metered !== 1) {
          const difference = metered - 1;
          await addToAll(counts, difference).catch((error: unknown) =>
            logger.warn({ businessId, realmId, difference, error }, 'Metered calls could not be counted'),
          );
        }
      }
    },

    /** The calls of this month of each connection's company, on behalf of the connection's business. */
    async ofConnections(
      provider: Metered,
      connections: readonly Pick<Connection, 'id' | 'businessId' | 'realmId'>[],
    ): Promise<Map<string, MonthlyCalls>> {
      if (connections.length === 0) return new Map();
      const counts = connections.map(
        ({ businessId, realmId }) => countsOf(provider, businessId, realmId).company,
      );
      const calls = await usage.read(counts);
      const lowest = Math.min(ceilings.monthly ?? Infinity, ceilings.monthlyPerBusiness ?? Infinity);
      const ceiling = Number.isFinite(lowest) ? lowest : null;
      const month = calendarMonthIn(provider.meteringTimeZone, clock());
      return new Map(
        connections.map(({ id }, index) => [id, { month, used: Math.max(0, calls[index] ?? 0), ceiling }]),
      );
    },
  };
}
