import type { EndpointName } from '@sales-channels/contract';
import { auditOperations } from './audit.ts';
import { channelLifeOperations } from './channel-life.ts';
import { channelOperations } from './channels.ts';
import { connectionOperations } from './connections.ts';
import { contextOperations } from './context.ts';
import { manualSaleOperations } from './manual-sales.ts';
import type { Operations } from './operation.ts';
import { runOperations } from './runs.ts';
import { productOperations } from './products.ts';
import { saleHintOperations } from './sale-hints.ts';
import { salesOperations } from './sales.ts';

/** Every operation of the contract. */
export const operations: Operations<EndpointName> = {
  ...contextOperations,
  ...connectionOperations,
  ...channelOperations,
  ...channelLifeOperations,
  ...runOperations,
  ...salesOperations,
  ...manualSaleOperations,
  ...saleHintOperations,
  ...productOperations,
  ...auditOperations,
};
