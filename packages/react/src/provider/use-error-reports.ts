import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { scopeOf } from '../queries/scope.ts';
import type { EmitEvent } from './events.ts';

/** Reports each of the kit's requests that failed, whichever cache it ran in. */
export function useErrorReports(
  queryClient: QueryClient,
  client: SalesChannelsClient,
  emit: EmitEvent,
): void {
  useEffect(() => {
    const scope = scopeOf(client);
    const isOurs = (key: readonly unknown[] | undefined) =>
      scope.every((part, index) => key?.[index] === part);
    const report = (error: unknown) => {
      // A plan without the feature is a state the kit shows, not a failure.
      if (error instanceof ApiProblem && error.code === 'plan_required') return;
      emit('onError', error instanceof Error ? error : new Error(String(error)));
    };
    const stopQueries = queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      if (isOurs(event.query.queryKey)) report(event.action.error);
    });
    const stopMutations = queryClient.getMutationCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'error') return;
      if (isOurs(event.mutation.options.mutationKey)) report(event.action.error);
    });
    return () => {
      stopQueries();
      stopMutations();
    };
  }, [queryClient, client, emit]);
}
