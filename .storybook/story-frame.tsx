import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { SalesChannelsProvider } from '@sales-channels/react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';

interface StoryFrameProps {
  client: SalesChannelsClient;
  theme: 'light' | 'dark' | 'system';
  children: ReactNode;
}

/** What a host puts around the kit: the provider, and a page in light or dark. */
export function StoryFrame({ client, theme, children }: StoryFrameProps) {
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
    document.body.style.background = 'light-dark(oklch(0.985 0.002 265), oklch(0.16 0.008 265))';
    document.body.style.fontFamily = 'system-ui, sans-serif';
  }, [theme]);
  return (
    <SalesChannelsProvider client={client} theme={theme} locale="en-US">
      {children}
    </SalesChannelsProvider>
  );
}
