import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { createFormat } from '../messages/create-format.ts';
import type { MessageOverrides } from '../messages/messages.ts';
import { mergeMessages } from '../messages/messages.ts';
import type { Language } from '../messages/language.ts';
import { english } from '../languages/en.ts';
import type { Density, Theme } from './appearance.ts';
import { AppearanceContext } from './appearance.ts';
import { createQueryClient } from './create-query-client.ts';
import type { SalesChannelsEvents } from './events.ts';
import type { HelpLinks } from './help-links.ts';
import type { IconOverrides } from './icons.ts';
import { SalesChannelsContext } from './sales-channels-context.ts';
import { SyncWatcher } from './sync-watcher.tsx';
import { useEmit } from './use-emit.ts';
import { useErrorReports } from './use-error-reports.ts';
import { useWatchCount } from './use-watch-count.ts';

export interface SalesChannelsProviderProps extends SalesChannelsEvents {
  /**
   * Talks to the BFF: `createClient({ baseUrl, getToken })`. Make it once for a business, outside render or in a memo; a new
   * client starts from nothing, and answers to the old one are dropped.
   */
  client: SalesChannelsClient;
  /** A TanStack cache to share. By default the kit keeps one of its own, which the host's hooks never see. */
  queryClient?: QueryClient;
  /** What the kit speaks, e.g. `german` from `@sales-channels/react/languages/de`. Default: English. */
  language?: Language;
  /** Words of the host's own, over the language's. */
  messages?: MessageOverrides;
  /** BCP 47, for numbers and dates. Default: the language's, and the browser's when none is given. */
  locale?: string;
  /** Default `inherit`: the page's own `color-scheme`. */
  theme?: Theme;
  /** Default `comfortable`. */
  density?: Density;
  icons?: IconOverrides;
  /** Help of the host's own, shown beside what it explains and in the wizard. */
  helpLinks?: HelpLinks;
  children?: ReactNode;
}

const NO_ICONS: IconOverrides = {};
const NO_HELP: HelpLinks = {};

/** Gives the kit's components below it their client, words, formats and looks. Renders nothing of its own. */
export function SalesChannelsProvider(props: SalesChannelsProviderProps) {
  const {
    client,
    theme = 'inherit',
    density = 'comfortable',
    icons = NO_ICONS,
    helpLinks = NO_HELP,
    messages,
  } = props;
  const { language = english, locale = props.language?.tag } = props;
  const [ownQueryClient] = useState(createQueryClient);
  const queryClient = props.queryClient ?? ownQueryClient;
  const emit = useEmit(props);
  const canUpgrade = props.onUpgrade !== undefined;
  const [isWatching, watchChannels] = useWatchCount();

  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);
  useErrorReports(queryClient, client, emit);

  const value = useMemo(
    () => ({
      client,
      queryClient,
      messages: mergeMessages(messages, language),
      format: createFormat(locale),
      helpLinks,
      emit,
      canUpgrade,
      watchChannels,
    }),
    [client, queryClient, messages, language, locale, helpLinks, emit, canUpgrade, watchChannels],
  );
  const appearance = useMemo(
    () => ({ theme, density, icons, lang: language.tag, dir: language.direction }),
    [theme, density, icons, language],
  );

  return (
    <SalesChannelsContext.Provider value={value}>
      <AppearanceContext.Provider value={appearance}>
        <SyncWatcher isWatching={isWatching} />
        {props.children}
      </AppearanceContext.Provider>
    </SalesChannelsContext.Provider>
  );
}
