import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { Density, Language } from '@sales-channels/react';
import { SalesChannelsProvider } from '@sales-channels/react';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { fn } from 'storybook/test';

interface StoryFrameProps {
  client: SalesChannelsClient;
  theme: 'light' | 'dark' | 'system';
  language: Language;
  density: Density;
  children: ReactNode;
}

const events = {
  onConnected: fn().mockName('onConnected'),
  onSyncFinished: fn().mockName('onSyncFinished'),
  onReconnectRequired: fn().mockName('onReconnectRequired'),
  onUpgrade: fn().mockName('onUpgrade'),
};

/** What a host puts around the kit: the provider, and a page in light or dark. */
export function StoryFrame({ client, theme, language, density, children }: StoryFrameProps) {
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'system' ? 'light dark' : theme;
    document.documentElement.dir = language.direction;
    document.body.style.background = 'light-dark(oklch(0.985 0.002 265), oklch(0.16 0.008 265))';
    document.body.style.fontFamily = 'system-ui, sans-serif';
  }, [theme, language]);
  return (
    <SalesChannelsProvider
      {...events}
      client={client}
      theme={theme}
      density={density}
      language={language}
      locale={language.tag === 'en' ? 'en-US' : language.tag}
    >
      {children}
    </SalesChannelsProvider>
  );
}
