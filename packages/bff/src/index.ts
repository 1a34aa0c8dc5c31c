export type { SalesChannelsBff } from './create-sales-channels-bff.ts';
export { createSalesChannelsBff } from './create-sales-channels-bff.ts';
export { DatabaseUnreachableError } from './database.ts';
export { DomainError } from './domain-error.ts';
export type { Logger } from './logger.ts';
export type {
  HostConnection,
  HostConnections,
  HostProducts,
  ReconnectRequired,
  SalesChannelsBffOptions,
} from './options.ts';
