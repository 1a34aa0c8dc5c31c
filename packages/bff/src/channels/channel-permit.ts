import type { Entitlements } from '@sales-channels/contract';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { Connections } from '../connections/connection.ts';
import { DomainError } from '../domain-error.ts';
import type { ChannelDocument, ChannelModel } from './channel.model.ts';
import { isInPlan, noRoom } from './plan-room.ts';

interface ChannelPermitOptions {
  businesses: Pick<BusinessModel, 'find'>;
  channels: Pick<ChannelModel, 'list'>;
  connections: Pick<Connections, 'listKnown'>;
}

export type AssertMaySync = ReturnType<typeof createAssertMaySync>;

/** What ends a run as stopped instead of failed: somebody's decision, not trouble. */
const STOPPING = new Set(['sales_tracking_disabled', 'plan_required', 'channel_inactive', 'not_in_plan']);
export const isStopping = (code: string): boolean => STOPPING.has(code);

/** Makes the one rule whether a channel may sync as far as people and plans decide it; connections have their own say. */
export function createAssertMaySync({ businesses, channels, connections }: ChannelPermitOptions) {
  /**
   * Reads everything anew, so that it can be asked again between two pages.
   * @returns the channel's business.
   * @param entitlements null where nobody has said what the plan allows.
   * @throws DomainError `sales_tracking_disabled`, `plan_required`, `channel_inactive` or `not_in_plan`; `not_found` for a
   * channel that was removed.
   */
  return async function assertMaySync(
    { businessId, _id }: Pick<ChannelDocument, '_id' | 'businessId'>,
    entitlements: Entitlements | null,
  ) {
    const [business, all, connectionList] = await Promise.all([
      businesses.find(businessId),
      channels.list(businessId),
      connections.listKnown(businessId),
    ]);
    if (!business?.salesTrackingEnabled) throw new DomainError('sales_tracking_disabled');
    const requiredPlan = entitlements?.salesTracking.requiredPlan;
    if (entitlements?.salesTracking.allowed === false)
      throw new DomainError('plan_required', requiredPlan ? { requiredPlan } : {});
    const channelId = _id.toHexString();
    const channel = all.find((other) => other._id.toHexString() === channelId);
    if (!channel) throw new DomainError('not_found');
    if (!channel.isActive) throw new DomainError('channel_inactive');
    if (entitlements && !isInPlan(channelId, all, connectionList, entitlements))
      throw noRoom('not_in_plan', entitlements);
    return business;
  };
}
