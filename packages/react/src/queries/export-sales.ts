import type { SaleFilters } from '@sales-channels/contract';
import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { mutationDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

/** Fetches all the sales some filters find as CSV; the answer is its text. A download that breaks off is an error. */
export function useExportSales() {
  const { client, queryClient } = useSalesChannels('useExportSales');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'exportSales'],
      mutationFn: (filters: SaleFilters) => client.exportSales({ query: filters }),
    },
    queryClient,
  );
}
