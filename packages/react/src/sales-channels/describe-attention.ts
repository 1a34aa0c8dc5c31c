import type { Channel } from '@sales-channels/contract';
import { describeDifference, sumOf } from '../sync-progress/verification-counts.ts';
import { signInTrouble } from './sign-in-trouble.ts';
import type { AttentionCode, Trouble, TroubleContext } from './trouble.ts';

const actions: Record<AttentionCode, Trouble['action']> = {
  budget_reached: 'see_details',
  // Somebody whose user there still has access may sign in instead.
  access_lost: 'reconnect',
  wrong_environment: 'see_details',
  count_mismatch: null,
  authorisation_expires_soon: 'reconnect',
  document_errors: 'see_documents',
  unknown: null,
};

/** What a code of a channel's attention is about, in words, and what helps. */
export function describeAttention(code: AttentionCode, channel: Channel, context: TroubleContext): Trouble {
  const text = textOf(code, channel, context);
  const action = actions[code];
  if (action === 'reconnect') return { ...signInTrouble('warning', text, channel, context), about: code };
  // There is nothing to be done about used up calls, so nobody is alarmed.
  return { about: code, tone: code === 'budget_reached' ? 'neutral' : 'warning', text, action };
}

function textOf(code: AttentionCode, channel: Channel, context: TroubleContext): string {
  const { messages, format, authorizationEndsAt } = context;
  const { channels } = messages;
  const provider = channel.connection?.providerName ?? '';
  const availableAt = channel.lastRun?.problem?.availableAt;
  if (code === 'budget_reached' && availableAt !== undefined)
    return channels.budgetUntil(provider, format.day(availableAt));
  if (code === 'authorisation_expires_soon' && authorizationEndsAt !== null)
    return channels.signInEnds(provider, format.day(authorizationEndsAt));
  const difference =
    code === 'count_mismatch' && channel.verification !== null
      ? describeDifference(sumOf(channel.verification), provider, messages, format)
      : null;
  return difference === null ? channels.attention[code](provider) : channels.countDiffers(difference);
}
