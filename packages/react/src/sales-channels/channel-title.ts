import type { Channel } from '@sales-channels/contract';

/** What a channel is called in a row: its provider and company; the Manual channel by its name. */
export function channelTitle({ connection, name }: Channel): string {
  return connection === null ? name : `${connection.providerName} · ${connection.companyName}`;
}
