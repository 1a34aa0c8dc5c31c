import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, skipToken } from '@tanstack/react-query';
import { scopeOf } from '../queries/scope.ts';
import type { AuthorizationFailure } from './poll-authorization.ts';

/**
 * Why the full-page sign-in failed that was to reconnect a connection (null: to make a new one). Who takes the return leaves it
 * here, so that it shows where the user began.
 */
export const failedReturn = (client: SalesChannelsClient, connectionId: string | null) =>
  queryOptions<AuthorizationFailure | null>({
    queryKey: [...scopeOf(client), 'failed-return', connectionId],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
  });
