import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { Format } from '../messages/create-format.ts';
import type { Messages } from '../messages/messages.ts';
import type { EmitEvent } from './events.ts';
import type { HelpLinks } from './help-links.ts';

export interface SalesChannelsContextValue {
  client: SalesChannelsClient;
  /** The kit's own cache, unless the host gave its. Pass it to TanStack's hooks: the kit never provides it to the tree. */
  queryClient: QueryClient;
  messages: Messages;
  format: Format;
  helpLinks: HelpLinks;
  /** Tells the host. */
  emit: EmitEvent;
  /** Whether the host has a way to a larger plan (`onUpgrade`). */
  canUpgrade: boolean;
  /** Says that something on the page shows channels, so that they are kept fresh until the answer is called. */
  watchChannels: () => () => void;
}

export const SalesChannelsContext = createContext<SalesChannelsContextValue | null>(null);

/**
 * What the nearest provider gives.
 * @param caller the hook or component asking, for the message when there is no provider.
 * @throws Error outside `<SalesChannelsProvider>`.
 */
export function useSalesChannels(caller = 'useSalesChannels'): SalesChannelsContextValue {
  const value = useContext(SalesChannelsContext);
  if (value === null) {
    throw new Error(
      `${caller} needs <SalesChannelsProvider> above it. Wrap the part of your app that shows sales channels in ` +
        '<SalesChannelsProvider client={createClient({ baseUrl, getToken })}>.',
    );
  }
  return value;
}
