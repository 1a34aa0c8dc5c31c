import { ProblemError } from '../problem-error.ts';
import { addManualChannel } from '../world/add-channel.ts';
import { recordAudit } from '../world/record-audit.ts';
import { stopRun } from '../world/runs.ts';
import type { Operations } from './operation.ts';

export const contextOperations: Operations<'getContext' | 'setSalesTracking'> = {
  getContext: (world) => ({ ...world.context, today: world.today() }),

  setSalesTracking: (world, { body }) => {
    const { salesTracking } = world.context;
    if (body.enabled && salesTracking.prerequisite !== null) {
      throw new ProblemError('prerequisite_missing', { detail: salesTracking.prerequisite });
    }
    if (body.enabled === salesTracking.enabled) return salesTracking;
    world.context.salesTracking = { ...salesTracking, enabled: body.enabled };
    if (body.enabled) addManualChannel(world);
    else for (const channel of world.channels) stopRun(world, channel);
    recordAudit(world, body.enabled ? 'sales_tracking_enabled' : 'sales_tracking_disabled');
    return world.context.salesTracking;
  },
};
