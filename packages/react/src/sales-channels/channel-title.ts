import type { Channel } from '@sales-channels/contract';

/**
 * What a channel is called: its provider and company.
 * @param manual what the reader's language calls the Manual channel, which nobody else names.
 */
export function channelTitle({ type, connection, name }: Channel, manual = name): string {
  if (type === 'manual') return manual;
  return connection === null ? name : `${connection.providerName} · ${connection.companyName}`;
}
