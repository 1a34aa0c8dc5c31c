import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Inventory } from '../../wire/inventory.ts';
import { callApi } from '../api.ts';

const REFRESH_MS = 1500;

/** Kept fresh, as stock moves while sales arrive. */
export const useInventory = (businessId: string) =>
  useQuery({
    queryKey: ['inventory', businessId],
    queryFn: () => callApi<Inventory>(businessId, 'inventory'),
    refetchInterval: REFRESH_MS,
  });

/** Something the inventory page has the backend do, and how to say that it is done. */
export function useInventoryAction(businessId: string, act: (businessId: string) => Promise<string>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => act(businessId),
    onSettled: () => queries.invalidateQueries({ queryKey: ['inventory'] }),
  });
}
