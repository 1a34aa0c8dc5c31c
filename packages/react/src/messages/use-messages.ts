import { useMemo } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { MessageOverrides, Messages } from './messages.ts';

/** The provider's messages, with a component's own `messages` prop over them. */
export function useMessages(overrides?: MessageOverrides): Messages {
  const { messages } = useSalesChannels('useMessages');
  return useMemo(() => {
    if (overrides === undefined) return messages;
    const merged: Record<string, unknown> = { ...messages };
    for (const [group, words] of Object.entries(overrides)) {
      merged[group] = { ...messages[group as keyof Messages], ...words };
    }
    return merged as Messages;
  }, [messages, overrides]);
}
