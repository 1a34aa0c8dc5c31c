import type { Channel } from '@sales-channels/contract';
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
      return { tone: 'danger', text: channels.disconnected(provider), action: 'reconnect' };
    case 'reconnect_required':
      return signInNeeded(channel, context);
    case 'sync_failed':
      return syncFailed(channel, context);
    case 'never_synced':
      return quiet(channels.neverSynced);
    default:
      return attentionTrouble(channel, context);
  }
}

const quiet = (text: string): Trouble => ({ tone: 'neutral', text, action: null });

function signInNeeded({ connection }: Channel, { messages: { channels } }: TroubleContext): Trouble {
  const text = channels.reconnectRequired(connection?.providerName ?? '');
  // The host signs in to its own connections, and knows where.
  if (connection?.ownership === 'host') {
    return { tone: 'warning', text: `${text} ${channels.reconnectAtHost}`, action: null };
  }
  return { tone: 'warning', text, action: 'reconnect' };
}

const syncFailed = ({ lastRun }: Channel, { messages }: TroubleContext): Trouble => ({
  tone: 'danger',
  text: describeProblem(messages, lastRun?.problem ?? null),
  failedAt: lastRun?.endedAt ?? null,
  action: null,
});

function attentionTrouble(channel: Channel, { messages: { channels } }: TroubleContext): Trouble | null {
  const [code] = channel.attention;
  if (code === undefined) return null;
  return {
    tone: 'warning',
    text: channels.attention[code](channel.connection?.providerName ?? ''),
    action:
      code === 'authorisation_expires_soon' && channel.connection?.ownership === 'kit' ? 'reconnect' : null,
  };
}
