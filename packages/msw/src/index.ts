export { createDocuments } from './fixtures/create-documents.ts';
export type { HandlersOptions } from './create-handlers.ts';
export { createHandlers } from './create-handlers.ts';
export type { Fault, FaultKind } from './faults/fault.ts';
export type { ScenarioName } from './scenarios/scenarios.ts';
export { describeScenario, SCENARIO_NAMES } from './scenarios/scenarios.ts';
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
