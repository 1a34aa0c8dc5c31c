import type { Sale } from '@sales-channels/contract';
import type { Types } from '../database.ts';
import type { Logger } from '../logger.ts';

/** Sales of a business the host can be behind with; each waits as an id. */
const MAX_WAITING = 10_000;
const AT_A_TIME = 1000;

interface TellSalesChangedOptions {
  getMany: (businessId: string, saleIds: Types.ObjectId[]) => Promise<Sale[]>;
  /** Waits for the host, though not for ever. */
  tell: (event: { businessId: string; sales: Sale[] }) => Promise<void>;
  logger: Logger;
}

/**
 * Makes the function that tells the host of changed sales, of each business one lot after the other. Sales are read when it is
 * their turn, so that a host which is slower than a first sync holds up nothing and fills no memory.
 */
export function createTellSalesChanged({ getMany, tell, logger }: TellSalesChangedOptions) {
  const waiting = new Map<string, Types.ObjectId[]>();

  async function tellAll(businessId: string, saleIds: Types.ObjectId[]): Promise<void> {
    while (saleIds.length > 0) {
      try {
        await tell({ businessId, sales: await getMany(businessId, saleIds.splice(0, AT_A_TIME)) });
      } catch (error) {
        logger.warn({ error, businessId }, 'The host was not told of changed sales; the feed has them');
      }
    }
    waiting.delete(businessId);
  }

  return {
    salesChanged: (businessId: string, changed: readonly Types.ObjectId[]): void => {
      const behind = waiting.get(businessId);
      const saleIds = behind ?? [];
      const room = MAX_WAITING - saleIds.length;
      saleIds.push(...changed.slice(0, room));
      if (changed.length > room)
        logger.warn(
          { businessId },
          'The host is too slow to be told of all changed sales; the feed has them',
        );
      if (behind) return;
      waiting.set(businessId, saleIds);
      void tellAll(businessId, saleIds);
    },

    /** Tells no more of what waits; the feed has it. */
    stop: (): void => {
      for (const saleIds of waiting.values()) saleIds.length = 0;
    },
  };
}
