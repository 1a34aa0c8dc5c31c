import type { Channel, Connection } from '@sales-channels/contract';
import { signsInHere } from '../authorization-window/signs-in-here.ts';
import type { Messages } from '../messages/messages.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';

/** What else a connection is used for: a lent one says so itself, of those signed in to here the host knows it. */
export const otherUses = (connection: Connection, usesOfOurs: readonly string[]): readonly string[] =>
  signsInHere(connection) ? [...new Set([...connection.uses, ...usesOfOurs])] : connection.uses;

/** What a connection is used for, its sales channel last. */
export function allUses(
  uses: readonly string[],
  { channelId, companyName }: Connection,
  channel: Channel | undefined,
  { connections: words }: Messages,
): readonly string[] {
  if (channelId === null) return uses;
  const isNamed = channel !== undefined && ![companyName, channelTitle(channel)].includes(channel.name);
  return [...uses, isNamed ? words.namedSalesChannelUse(channel.name) : words.salesChannelUse];
}
