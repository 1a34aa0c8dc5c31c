import type { Channel } from '@sales-channels/contract';
import { signsInHere } from '../authorization-window/signs-in-here.ts';
import { describeProblem } from '../messages/describe-problem.ts';
import type { Messages } from '../messages/messages.ts';
import type { Tone } from '../primitives/badge.tsx';

/** One sentence on what keeps a channel from syncing well, and what its row offers against it. */
export interface Trouble {
  tone: Tone;
  text: string;
  /** When a sync failed, ISO 8601. Apart from the text, which is read out: how long ago changes by the minute. */
  failedAt?: string | null;
  action: 'reconnect' | null;
}

export interface TroubleContext {
  messages: Messages;
  isTrackingOn: boolean;
  /** The plan that has room for more connections. */
  moreConnectionsPlan: string | undefined;
}

/** The first that matters; null when all is well. */
export function describeTrouble(channel: Channel, context: TroubleContext): Trouble | null {
  const { channels } = context.messages;
  const provider = channel.connection?.providerName ?? '';
  switch (channel.status) {
    case 'inactive':
      if (channel.type === 'manual') return null;
      return quiet(context.isTrackingOn ? channels.inactive : channels.trackingOff);
    case 'not_in_plan':
      return quiet(channels.notInPlan(context.moreConnectionsPlan));
    case 'disconnected':
      return signInTrouble('danger', channels.disconnected(provider), channel, context);
    case 'reconnect_required':
      return signInTrouble('warning', channels.reconnectRequired(provider), channel, context);
    case 'sync_failed':
      return syncFailed(channel, context);
    case 'unknown':
      return quiet(channels.unknownStatus);
    case 'never_synced':
      return quiet(channels.neverSynced);
    default:
      return attentionTrouble(channel, context);
  }
}

const quiet = (text: string): Trouble => ({ tone: 'neutral', text, action: null });

/** A trouble that a new sign-in ends: here, or where the host signs in to its own connections. */
function signInTrouble(
  tone: Tone,
  text: string,
  { connection }: Channel,
  { messages: { channels } }: TroubleContext,
): Trouble {
  return signsInHere(connection)
    ? { tone, text, action: 'reconnect' }
    : { tone, text: `${text} ${channels.reconnectAtHost}`, action: null };
}

const syncFailed = ({ lastRun }: Channel, { messages }: TroubleContext): Trouble => ({
  tone: 'danger',
  text: describeProblem(messages, lastRun?.problem ?? null),
  failedAt: lastRun?.endedAt ?? null,
  action: null,
});

function attentionTrouble(channel: Channel, context: TroubleContext): Trouble | null {
  // What can be named goes before what cannot.
  const code = channel.attention.find((entry) => entry !== 'unknown') ?? channel.attention[0];
  if (code === undefined) return null;
  const text = context.messages.channels.attention[code](channel.connection?.providerName ?? '');
  if (code === 'authorisation_expires_soon') return signInTrouble('warning', text, channel, context);
  return { tone: 'warning', text, action: null };
}
