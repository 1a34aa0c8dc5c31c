import type { EndpointName } from '@sales-channels/contract';
import { channelOperations } from './channels.ts';
import { connectionOperations } from './connections.ts';
import { contextOperations } from './context.ts';
import type { Operations } from './operation.ts';
import { runOperations } from './runs.ts';
import { salesOperations } from './sales.ts';

/** Every operation of the contract. */
export const operations: Operations<EndpointName> = {
  ...contextOperations,
  ...connectionOperations,
  ...channelOperations,
  ...runOperations,
  ...salesOperations,
};
