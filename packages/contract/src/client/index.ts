export type { TransportCode } from './api-problem.ts';
export { ApiProblem } from './api-problem.ts';
export type { CallOptions, ClientOptions, SalesChannelsClient } from './create-client.ts';
export { createClient } from './create-client.ts';
