import type { Context } from '@sales-channels/contract';

/** Whether sales can be entered, changed and voided here by hand, or what stands against it. */
export type SaleEntry = 'allowed' | 'needs_plan' | 'needs_tracking' | 'needs_permission';

export function saleEntryOf({ entitlements, salesTracking, permissions }: Context): SaleEntry {
  if (!entitlements.salesTracking.allowed) return 'needs_plan';
  if (!salesTracking.enabled) return 'needs_tracking';
  return permissions.includes('manual_sales') ? 'allowed' : 'needs_permission';
}
