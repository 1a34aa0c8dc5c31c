import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Authorization, AuthorizationState } from './create-authorization.ts';
import { createAuthorization } from './create-authorization.ts';

const IDLE: AuthorizationState = { status: 'idle' };

/** A sign-in that is waited for as long as the component lives. */
export function useAuthorizationWindow(client: SalesChannelsClient): [AuthorizationState, Authorization] {
  const authorization = useMemo(() => createAuthorization(client), [client]);
  useEffect(() => () => authorization.cancel(), [authorization]);
  const state = useSyncExternalStore(authorization.subscribe, authorization.getState, () => IDLE);
  return [state, authorization];
}
