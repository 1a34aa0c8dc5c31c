import type { Context } from '@sales-channels/contract';

/** What the session lets its user do here. */
export interface Access {
  canManage: boolean;
  canSync: boolean;
  isTrackingOn: boolean;
  /** Why sales tracking cannot be turned on now; null when it can. */
  prerequisite: string | null;
  /** The plan has no sales tracking (any more): what there is may be looked at. */
  isReadOnly: boolean;
  moreConnectionsPlan: string | undefined;
}

export function accessOf({ permissions, entitlements, salesTracking }: Context): Access {
  return {
    canManage: permissions.includes('manage'),
    canSync: permissions.includes('sync'),
    isTrackingOn: salesTracking.enabled,
    prerequisite: salesTracking.prerequisite,
    isReadOnly: !entitlements.salesTracking.allowed,
    moreConnectionsPlan: entitlements.moreConnectionsPlan,
  };
}
