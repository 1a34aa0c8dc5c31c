import { useQuery } from '@tanstack/react-query';
import type { Notice } from '../../wire/notice.ts';
import { callApi } from '../api.ts';

/** What Sales Channels told Northwind's backend about a business, looked up every few seconds. */
export const useNotices = (businessId: string) =>
  useQuery({
    queryKey: ['notices', businessId],
    queryFn: () => callApi<{ items: Notice[] }>(businessId, 'notices'),
    refetchInterval: 3000,
  });
