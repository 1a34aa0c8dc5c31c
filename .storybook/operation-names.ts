import type { EndpointName } from '@sales-channels/contract';
import { endpoints } from '@sales-channels/contract';

/** Every operation of the API. */
export const operationNames = Object.keys(endpoints) as EndpointName[];
