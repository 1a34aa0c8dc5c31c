import type { CreateManualSale, Sale, UpdateManualSale } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { mutationDefaults } from './query-defaults.ts';
import { salesQueries } from './sales.ts';
import { scopeOf } from './scope.ts';

export interface CreateManualSaleVariables {
  body: CreateManualSale;
  /** One for what the user means to enter, kept for every retry of it: a double click then makes one sale. */
  idempotencyKey: string;
}

/** Shows the answer in the sale's detail, and asks again for every list, total and history. */
function takeUp(queryClient: QueryClient, client: SalesChannelsClient, sale: Sale | undefined): void {
  if (sale !== undefined) queryClient.setQueryData(salesQueries.one(client, sale.id).queryKey, sale);
  void queryClient.invalidateQueries({ queryKey: salesQueries.all(client) });
}

/** Enters a sale by hand. Without an answer too the sales are asked for again: it may have been saved. */
export function useCreateManualSale() {
  const { client, queryClient, emit } = useSalesChannels('useCreateManualSale');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'createManualSale'],
      mutationFn: ({ body, idempotencyKey }: CreateManualSaleVariables) =>
        client.createManualSale({ body }, { idempotencyKey }),
      onSuccess: ({ id }) => emit('onEvent', { name: 'manual_sale_created', saleId: id }),
      onSettled: (sale) => takeUp(queryClient, client, sale),
    },
    queryClient,
  );
}

/** Changes reference, customer or note of a manual sale. */
export function useUpdateManualSale() {
  const { client, queryClient } = useSalesChannels('useUpdateManualSale');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'updateManualSale'],
      mutationFn: ({ saleId, ...body }: UpdateManualSale & { saleId: string }) =>
        client.updateManualSale({ params: { saleId }, body }),
      onSettled: (sale) => takeUp(queryClient, client, sale),
    },
    queryClient,
  );
}

/** Voids a manual sale, for a reason in the user's words. Voiding it again changes nothing. */
export function useVoidSale() {
  const { client, queryClient, emit } = useSalesChannels('useVoidSale');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'voidSale'],
      mutationFn: ({ saleId, reason }: { saleId: string; reason: string }) =>
        client.voidSale({ params: { saleId }, body: { reason } }),
      onSuccess: ({ id }) => emit('onEvent', { name: 'manual_sale_voided', saleId: id }),
      onSettled: (sale) => takeUp(queryClient, client, sale),
    },
    queryClient,
  );
}
