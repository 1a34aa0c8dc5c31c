import type { ChannelModel } from '../channels/channel.model.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { SaleNames } from './sale-fields.ts';

export type NamesOfSales = ReturnType<typeof createNamesOfSales>;

/** Makes the look-up of what a business' sales do not hold themselves: the channels' names and the provider's pages. */
export function createNamesOfSales(channels: ChannelModel, providers: readonly AccountingProvider[]) {
  return async function namesOf(businessId: string): Promise<SaleNames> {
    const channelNames = new Map(
      (await channels.list(businessId)).map(({ _id, name }) => [_id.toHexString(), name]),
    );
    return {
      channelName: (channelId) => channelNames.get(channelId) ?? '',
      documentUrl: ({ provider, type, externalId }) =>
        type === 'manual_sale' || externalId === null
          ? null
          : (providers.find(({ id }) => id === provider)?.documentUrl({ type, externalId }) ?? null),
    };
  };
}
