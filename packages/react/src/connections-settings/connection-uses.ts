import type { Channel, Connection } from '@sales-channels/contract';
import type { Messages } from '../messages/messages.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';

/** What a connection is used for, its sales channel last. */
export function allUses(
  { uses, channelId, companyName }: Connection,
  channel: Channel | undefined,
  { connections: words }: Messages,
): readonly string[] {
  if (channelId === null) return uses;
  const isNamed = channel !== undefined && ![companyName, channelTitle(channel)].includes(channel.name);
  return [...uses, isNamed ? words.namedSalesChannelUse(channel.name) : words.salesChannelUse];
}
