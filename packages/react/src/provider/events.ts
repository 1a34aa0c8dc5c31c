import type { Channel, Run } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';

/** What the kit tells its host. A callback that throws is reported (`reportError`) and changes nothing here. */
export interface SalesChannelsEvents {
  /** A channel was made. */
  onConnected?: (channel: Channel) => void;
  /** A sync ended, however it ended; once a run. */
  onSyncFinished?: (run: Run, channel: Channel) => void;
  /** A channel began to need a new sign-in; once until it works again. */
  onReconnectRequired?: (channel: Channel) => void;
  /** A request failed, after its retries. */
  onError?: (error: ApiProblem | Error) => void;
}

export type EmitEvent = <N extends keyof SalesChannelsEvents>(
  name: N,
  ...payload: Parameters<NonNullable<SalesChannelsEvents[N]>>
) => void;
