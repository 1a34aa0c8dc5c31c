import type { ChannelType } from '@sales-channels/contract';

/** Kinds of channels that are to come. */
export const PLANNED_TYPES = ['pos', 'ecommerce'] as const satisfies readonly ChannelType[];
export type PlannedType = (typeof PLANNED_TYPES)[number];
