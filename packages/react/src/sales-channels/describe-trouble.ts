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
  /** `connect_again` is a sign-in after a disconnect, `reconnect` any other. */
  action: 'reconnect' | 'connect_again' | 'activate' | 'upgrade' | null;
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
      if (!context.isTrackingOn) return quiet(channels.trackingOff);
      return { ...quiet(channels.inactive), action: 'activate' };
    case 'not_in_plan':
      return { ...quiet(channels.notInPlan(context.moreConnectionsPlan)), action: 'upgrade' };
    case 'disconnected':
      return signInTrouble('danger', channels.disconnected(provider), channel, context, 'connect_again');
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
  action: 'reconnect' | 'connect_again' = 'reconnect',
): Trouble {
  return signsInHere(connection)
    ? { tone, text, action }
    : { tone, text: `${text} ${channels.reconnectAtHost}`, action: null };
}

const syncFailed = ({ lastRun, attention, connection }: Channel, { messages }: TroubleContext): Trouble => ({
  tone: 'danger',
  text: describeProblem(messages, lastRun?.problem ?? null),
  failedAt: lastRun?.endedAt ?? null,
  // Somebody whose user there still has access may sign in instead.
  action: attention.includes('access_lost') && signsInHere(connection) ? 'reconnect' : null,
});

function attentionTrouble(channel: Channel, context: TroubleContext): Trouble | null {
  // What can be named goes before what cannot.
  const code = channel.attention.find((entry) => entry !== 'unknown') ?? channel.attention[0];
  if (code === undefined) return null;
  const text = context.messages.channels.attention[code](channel.connection?.providerName ?? '');
  if (code === 'authorisation_expires_soon' || code === 'access_lost')
    return signInTrouble('warning', text, channel, context);
  return { tone: 'warning', text, action: null };
}
