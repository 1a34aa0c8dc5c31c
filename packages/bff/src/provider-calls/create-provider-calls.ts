import type { Connection } from '../connections/connection.ts';
import type { Database } from '../database.ts';
import type { Logger } from '../logger.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import { limitedProvider } from './limited-provider.ts';
import type { CallCeilings, MonthlyCalls } from './meter.ts';
import { createMeter } from './meter.ts';
import { createPaceModel } from './pace.model.ts';
import { createTurns } from './turns.ts';
import { createUsageModel } from './usage.model.ts';

interface ProviderCallsOptions {
  database: Database;
  providers: readonly AccountingProvider[];
  ceilings: CallCeilings;
  clock: () => Date;
  logger: Logger;
}

export type MonthlyCallsOf = (
  connections: readonly Connection[],
) => Promise<ReadonlyMap<string, MonthlyCalls>>;

/** What calls of providers cost and how fast they may follow each other, for all servers together. */
export function createProviderCalls({ database, ceilings, clock, logger, ...options }: ProviderCallsOptions) {
  const paces = createPaceModel(database);
  const usage = createUsageModel(database);
  const turns = createTurns({ paces, logger });
  const meter = createMeter({ usage, ceilings, clock, logger });

  /** This month's calls of the connections' companies, by connection; those of providers that are not there are left out. */
  const monthlyCalls: MonthlyCallsOf = async (connections) => {
    const each = options.providers.map((provider) =>
      meter.ofConnections(
        provider,
        connections.filter((one) => one.provider === provider.id && one.environment === provider.environment),
      ),
    );
    return new Map((await Promise.all(each)).flatMap((calls) => [...calls]));
  };

  return {
    models: [paces, usage],
    providers: options.providers.map((provider) => limitedProvider(provider, { turns, meter })),
    monthlyCalls,
    /** Once every call that has ended is noted. */
    settled: () => paces.settled(),
  };
}
