import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { describeAttention } from './describe-attention.ts';
import { signInTrouble } from './sign-in-trouble.ts';
import type { AttentionCode, Trouble, TroubleContext } from './trouble.ts';

/** What is wrong, the status first; empty when all is well. Each action is offered once. */
export function describeTroubles(channel: Channel, context: TroubleContext): Trouble[] {
  const ofStatus = statusTrouble(channel, context);
  const troubles = [
    ...(ofStatus === null ? [] : [ofStatus]),
    ...openAttention(channel).map((code) => describeAttention(code, channel, context)),
  ];
  const offered = new Set<Trouble['action']>();
  return troubles.map((trouble) => {
    const isOffered = offered.has(trouble.action);
    offered.add(trouble.action);
    return isOffered ? { ...trouble, action: null } : trouble;
  });
}

function statusTrouble(channel: Channel, context: TroubleContext): Trouble | null {
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
      return channel.attention.length > 0 ? null : quiet(channels.neverSynced);
    default:
      return null;
  }
}

const quiet = (text: string): Trouble => ({ about: 'status', tone: 'neutral', text, action: null });

/** Why the last sync failed, with what helps against that. */
function syncFailed(channel: Channel, context: TroubleContext): Trouble {
  const problem = channel.lastRun?.problem ?? null;
  const failedAt = channel.lastRun?.endedAt ?? null;
  const ofProblem = channel.attention.find((code) => code === problem?.code);
  if (ofProblem === 'budget_reached') return { ...describeAttention(ofProblem, channel, context), failedAt };
  const text = describeProblem(context.messages, problem);
  if (ofProblem === undefined) return { about: 'status', tone: 'danger', text, failedAt, action: null };
  const { action } = describeAttention(ofProblem, channel, context);
  return { about: ofProblem, tone: 'danger', text, failedAt, action };
}

/** What comes before the rest, because the rest waits for it; what cannot be named comes last. */
const ORDER: readonly AttentionCode[] = [
  'access_lost',
  'wrong_environment',
  'budget_reached',
  'authorisation_expires_soon',
  'count_mismatch',
  'document_errors',
  'unknown',
];

/** What needs attention beside the status: not what the status says already, nor what has to wait for it. */
function openAttention({ status, attention, lastRun }: Channel): AttentionCode[] {
  if (status === 'inactive' || status === 'not_in_plan') return [];
  if (status === 'disconnected' || status === 'reconnect_required') return [];
  // The sync that runs may well end what the last one met.
  if (status === 'syncing') return attention.filter((code) => code === 'authorisation_expires_soon');
  const said = status === 'sync_failed' ? lastRun?.problem?.code : undefined;
  return ORDER.filter((code) => attention.includes(code) && code !== said);
}
