import type { World } from '../world/world.ts';

/** A state a business can be in. */
export interface Scenario {
  /** One line on what there is to see. */
  about: string;
  /** Puts a new world into it. */
  enter: (world: World) => unknown;
}

export type Scenarios = Readonly<Record<string, Scenario>>;
