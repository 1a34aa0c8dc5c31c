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
  /**
   * `connect_again` is a sign-in after a disconnect, `reconnect` any other. `see_details` and `see_documents` are read in the
   * channel's details. Null also where the row's own button to sync is what helps.
   */
  action: 'reconnect' | 'connect_again' | 'activate' | 'upgrade' | 'see_details' | 'see_documents' | null;
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
      return attentionTrouble(channel, context) ?? quiet(channels.neverSynced);
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

type AttentionCode = Channel['attention'][number];

const attentionActions: Record<AttentionCode, Trouble['action']> = {
  budget_reached: 'see_details',
  // Somebody whose user there still has access may sign in instead.
  access_lost: 'reconnect',
  wrong_environment: 'see_details',
  count_mismatch: null,
  authorisation_expires_soon: 'reconnect',
  document_errors: 'see_documents',
  unknown: null,
};

/** What can be named goes before what cannot. */
const firstAttention = ({ attention }: Channel): AttentionCode | undefined =>
  attention.find((entry) => entry !== 'unknown') ?? attention[0];

function syncFailed(channel: Channel, { messages }: TroubleContext): Trouble {
  const code = firstAttention(channel);
  const action = code === undefined ? null : attentionActions[code];
  return {
    tone: 'danger',
    text: describeProblem(messages, channel.lastRun?.problem ?? null),
    failedAt: channel.lastRun?.endedAt ?? null,
    action: action === 'reconnect' && !signsInHere(channel.connection) ? null : action,
  };
}

function attentionTrouble(channel: Channel, context: TroubleContext): Trouble | null {
  const code = firstAttention(channel);
  if (code === undefined) return null;
  const text = context.messages.channels.attention[code](channel.connection?.providerName ?? '');
  const action = attentionActions[code];
  return action === 'reconnect'
    ? signInTrouble('warning', text, channel, context)
    : { tone: 'warning', text, action };
}
