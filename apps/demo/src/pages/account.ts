import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AccountChange, AccountView } from '../wire/account.ts';
import { callApi } from './api.ts';

const key = ['account'];

export const useAccount = () =>
  useQuery({ queryKey: key, queryFn: () => callApi<AccountView>(null, 'account'), staleTime: Infinity });

/** Becomes another business or user, or changes the plan of a business. */
export function useChangeAccount(businessId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: AccountChange) => callApi<AccountView>(businessId, 'account', change),
    onSuccess: (account) => queries.setQueryData(key, account),
  });
}
