import type { Channel, Problem } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { ChannelRecord, World } from './world.ts';

const monthOf = (instant: string): string => instant.slice(0, 7);

/** What the channel's company has cost this month; null for the Manual channel. */
export function viewProviderCalls(world: World, channel: ChannelRecord): Channel['providerCalls'] {
  if (channel.connectionId === null) return null;
  const month = monthOf(world.now().toISOString());
  const used = world.runs
    .filter(({ run }) => run.channelId === channel.id && monthOf(run.endedAt ?? '') === month)
    .reduce((sum, { run }) => sum + run.providerCalls, 0);
  return { month, used, ceiling: world.monthlyCalls };
}

/** Why a run may make no call: the month's are used up. Null when it may. */
export function budgetProblem(world: World, channel: ChannelRecord): Problem | null {
  const { used = 0, ceiling = null } = viewProviderCalls(world, channel) ?? {};
  if (ceiling === null || used < ceiling) return null;
  const now = world.now();
  const next = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  return createProblem('budget_reached', { availableAt: next.toISOString() });
}
