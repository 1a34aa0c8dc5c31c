const PREFIX = 'business-';

/** One business for each company. */
export const businessOf = (realmId: string): string => `${PREFIX}${realmId}`;
export const realmOf = (businessId: string): string => businessId.slice(PREFIX.length);
