import { ProblemError } from '../problem-error.ts';
import { addManualChannel } from '../world/add-channel.ts';
import type { Operations } from './operation.ts';

export const contextOperations: Operations<'getContext' | 'setSalesTracking'> = {
  getContext: (world) => ({ ...world.context, today: world.today() }),

  setSalesTracking: (world, { body }) => {
    const { salesTracking } = world.context;
    if (body.enabled && salesTracking.prerequisite !== null) {
      throw new ProblemError('prerequisite_missing', { detail: salesTracking.prerequisite });
    }
    world.context.salesTracking = { ...salesTracking, enabled: body.enabled };
    if (body.enabled) addManualChannel(world);
    return world.context.salesTracking;
  },
};
