import type { AttentionCode, ChannelStatus, Problem } from '@sales-channels/contract';
import type { Connection } from '../connections/connection.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { ChannelDocument, VerificationRecord } from './channel.model.ts';

type Facts = Pick<ChannelDocument, 'type' | 'isActive' | 'run' | 'lastRun' | 'lastSyncedAt'> & {
  connection: Pick<Connection, 'status'> | null;
  isSalesTrackingEnabled: boolean;
  isInPlan: boolean;
};

/** The one status a channel shows: the first that applies. It is derived here from the facts and stored nowhere. */
export function channelStatus(facts: Facts): ChannelStatus {
  if (!facts.isActive || !facts.isSalesTrackingEnabled) return 'inactive';
  if (facts.type === 'manual') return 'active';
  if (!facts.isInPlan) return 'not_in_plan';
  if (!facts.connection || facts.connection.status === 'disconnected') return 'disconnected';
  if (facts.connection.status === 'reconnect_required') return 'reconnect_required';
  if (facts.run) return 'syncing';
  if (facts.lastRun?.state === 'failed') return 'sync_failed';
  if (facts.lastRun?.state === 'completed_with_errors') return 'completed_with_errors';
  return facts.lastSyncedAt ? 'up_to_date' : 'never_synced';
}

/** The kinds of document of which the provider counts another number than is accounted for here. */
export const mismatches = ({ documents }: Pick<VerificationRecord, 'documents'>): SaleType[] =>
  SALE_TYPES.filter((type) => {
    const { expected, stored, errors } = documents[type];
    return expected !== stored + errors;
  });

/** How long before its end somebody is asked to sign in again: enough for whoever is away. */
const EXPIRES_SOON_MS = 30 * 86_400_000;

type AttentionFacts = Pick<ChannelDocument, 'lastRun' | 'verification'> & {
  connection: Pick<Connection, 'status' | 'authorizationEndsAt'> | null;
};

/** What needs somebody's attention beside the status. */
export function channelAttention(
  { lastRun, verification, connection }: AttentionFacts,
  now: Date,
): AttentionCode[] {
  const codes: AttentionCode[] = [];
  if (isBudgetReached(lastRun?.problem ?? null, now)) codes.push('budget_reached');
  if (lastRun?.problem?.code === 'access_lost') codes.push('access_lost');
  if (lastRun?.problem?.code === 'wrong_environment') codes.push('wrong_environment');
  if (verification && mismatches(verification).length > 0) codes.push('count_mismatch');
  if (connection?.status === 'connected' && expiresSoon(connection, now))
    codes.push('authorisation_expires_soon');
  if (lastRun && lastRun.counts.errors > 0) codes.push('document_errors');
  return codes;
}

/** Until a run succeeds or there are calls again. */
const isBudgetReached = (problem: Problem | null, now: Date): boolean =>
  problem?.code === 'budget_reached' && (!problem.availableAt || new Date(problem.availableAt) > now);

const expiresSoon = ({ authorizationEndsAt }: Pick<Connection, 'authorizationEndsAt'>, now: Date): boolean =>
  authorizationEndsAt !== null && authorizationEndsAt.getTime() - now.getTime() <= EXPIRES_SOON_MS;
