export { createDocuments } from './fixtures/create-documents.ts';
export type { HandlersOptions } from './create-handlers.ts';
export { createHandlers } from './create-handlers.ts';
export type { ScenarioName } from './scenarios.ts';
export { SCENARIO_NAMES } from './scenarios.ts';
export type { WorldOptions } from './world/create-world.ts';
export { createWorld } from './world/create-world.ts';
export type {
  AuthorizationOutcome,
  ChannelRecord,
  Company,
  CompanyDocument,
  ConnectionRecord,
  RunRecord,
  SaleRecord,
  World,
} from './world/world.ts';
