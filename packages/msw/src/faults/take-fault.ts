import type { EndpointName } from '@sales-channels/contract';
import type { World } from '../world/world.ts';
import type { Fault } from './fault.ts';

/** What goes wrong with the next answer of an operation, or null; counts down one that ends by itself. */
export function takeFault(world: World, name: EndpointName): Exclude<Fault, string> | null {
  const key = world.faults[name] === undefined ? 'every' : name;
  const fault = world.faults[key];
  if (fault === undefined) return null;
  if (typeof fault === 'string') return { kind: fault };
  const { times } = fault;
  if (times === undefined) return fault;
  if (times <= 1) delete world.faults[key];
  else world.faults[key] = { ...fault, times: times - 1 };
  return times < 1 ? null : fault;
}
