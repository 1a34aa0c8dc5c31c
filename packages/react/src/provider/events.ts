import type { Channel, Run } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';
import type { SalesChannelsEvent } from './sales-channels-event.ts';

/** What somebody needs a larger plan for. */
export interface UpgradeRequest {
  /** The plan that allows it, by the name the session gave; undefined when it gave none. */
  requiredPlan: string | undefined;
  /**
   * `plan_required`: sales tracking itself. `not_in_plan`: a channel the present plan has no room for.
   * `connection_limit_reached`: another accounting connection.
   */
  reason: 'plan_required' | 'not_in_plan' | 'connection_limit_reached';
}

/** What the kit tells its host. A callback that throws is reported (`reportError`) and changes nothing here. */
export interface SalesChannelsEvents {
  /** A channel was made. */
  onConnected?: (channel: Channel) => void;
  /** A sync ended, however it ended; once a run. */
  onSyncFinished?: (run: Run, channel: Channel) => void;
  /** A channel began to need a new sign-in; once until it works again. */
  onReconnectRequired?: (channel: Channel) => void;
  /**
   * Somebody wants the plan that allows what theirs does not: show the host's own way to it. Without this callback the kit
   * names the plan and offers no button.
   */
  onUpgrade?: (request: UpgradeRequest) => void;
  /** A request failed, after its retries. */
  onError?: (error: ApiProblem | Error) => void;
  /** Somebody took a step in the kit, or something came of one: for the host's analytics. It carries ids and no one's data. */
  onEvent?: (event: SalesChannelsEvent) => void;
}

export type EmitEvent = <N extends keyof SalesChannelsEvents>(
  name: N,
  ...payload: Parameters<NonNullable<SalesChannelsEvents[N]>>
) => void;
