import type { Run } from '@sales-channels/contract';
import type { Messages } from '../messages/messages.ts';

/** Why a sync ran, and who asked for it: `Asked for by Mara Lindqvist`. */
export function describeCause({ trigger, requestedBy }: Run, { channelDetails: words }: Messages): string {
  const cause = words.triggers[trigger];
  return requestedBy === null ? cause : words.by(cause, requestedBy.name);
}
