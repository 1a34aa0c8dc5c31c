import type { SalesChannelsBffOptions } from './options.ts';
import { withTimeout } from './with-timeout.ts';

export type HostCallbacks = Pick<
  SalesChannelsBffOptions,
  | 'hostConnections'
  | 'products'
  | 'salesTrackingPrerequisite'
  | 'entitlements'
  | 'matchLine'
  | 'onSalesChanged'
  | 'onReconnectRequired'
>;

/**
 * What the BFF waits for the host to answer, none of it for longer than `ms`: a sync renews its lease for as long as it waits,
 * so one answer that never comes would hold its channel for ever.
 */
export function createHostCallbacks(options: HostCallbacks, ms: number): HostCallbacks {
  const { hostConnections: connections, products } = options;
  const { salesTrackingPrerequisite, entitlements, matchLine } = options;
  const { onSalesChanged, onReconnectRequired } = options;
  return {
    ...(connections && {
      hostConnections: {
        list: withTimeout((businessId) => connections.list(businessId), ms),
        getAccessToken: withTimeout((connection) => connections.getAccessToken(connection), ms),
      },
    }),
    ...(products && {
      products: {
        search: withTimeout((businessId, text) => products.search(businessId, text), ms),
        find: withTimeout((businessId, productIds) => products.find(businessId, productIds), ms),
      },
    }),
    ...(salesTrackingPrerequisite && {
      salesTrackingPrerequisite: withTimeout(salesTrackingPrerequisite, ms),
    }),
    ...(entitlements && { entitlements: withTimeout(entitlements, ms) }),
    ...(matchLine && { matchLine: withTimeout(matchLine, ms) }),
    ...(onSalesChanged && { onSalesChanged: withTimeout(onSalesChanged, ms) }),
    ...(onReconnectRequired && { onReconnectRequired: withTimeout(onReconnectRequired, ms) }),
  };
}
