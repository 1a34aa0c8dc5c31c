import type { Entitlements } from '@sales-channels/contract';
import type { Logger } from '../logger.ts';
import type { SalesChannelsBffOptions } from '../options.ts';
import type { BusinessModel } from './business.model.ts';

interface EntitlementsOptions {
  businesses: Pick<BusinessModel, 'find'>;
  /** The host's own word, where it gives one. */
  ask: SalesChannelsBffOptions['entitlements'];
  logger: Logger;
}

/** What a business' plan allows, for whoever has no session; null when nobody has said so yet. */
export type EntitlementsOf = (businessId: string) => Promise<Entitlements | null>;

/** Makes the function that asks the host, and goes by the last session's word where the host has none or does not answer. */
export function createEntitlementsOf({ businesses, ask, logger }: EntitlementsOptions): EntitlementsOf {
  return async function entitlementsOf(businessId) {
    const answer = ask && (await ask(businessId).catch(warn));
    return answer ?? (await businesses.find(businessId))?.entitlements ?? null;

    function warn(error: unknown): null {
      logger.warn(
        { error, businessId },
        "The host did not say what the plan allows; the last session's holds",
      );
      return null;
    }
  };
}
