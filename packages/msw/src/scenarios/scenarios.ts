import { answers } from './answers.ts';
import { gettingStarted } from './getting-started.ts';
import { plansAndPermissions } from './plans-and-permissions.ts';
import { selling } from './selling.ts';
import { trouble } from './trouble.ts';
import { working } from './working.ts';

/** States a business can be in, each put into a new world. */
export const scenarios = {
  ...gettingStarted,
  ...working,
  ...trouble,
  ...plansAndPermissions,
  ...selling,
  ...answers,
};

export type ScenarioName = keyof typeof scenarios;
export const SCENARIO_NAMES = Object.keys(scenarios) as [ScenarioName, ...ScenarioName[]];

/** One line on what a scenario shows. */
export const describeScenario = (name: ScenarioName): string => scenarios[name].about;
