/** Names the business a page shows, in every call it makes for that business. */
export const BUSINESS_HEADER = 'x-northwind-business';

export type PlanId = 'starter' | 'standard' | 'advanced';

export interface AccountView {
  business: BusinessView;
  user: { id: string; name: string; role: string; isViewer: boolean };
  plan: PlanId;
  businesses: BusinessView[];
  users: { id: string; name: string; role: string }[];
  /** Where Sales Channels answers. */
  salesChannelsUrl: string;
}

export interface BusinessView {
  id: string;
  name: string;
  place: string;
}

export interface AccountChange {
  business?: string | undefined;
  user?: string | undefined;
  plan?: PlanId | undefined;
}
