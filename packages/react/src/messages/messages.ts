import { activityMessages } from './en/activity.ts';
import { authorizationWindowMessages } from './en/authorization-window.ts';
import { channelDetailsMessages } from './en/channel-details.ts';
import { channelMessages } from './en/channels.ts';
import { commonMessages } from './en/common.ts';
import { connectionMessages } from './en/connections.ts';
import { connectWizardMessages } from './en/connect-wizard.ts';
import { manualSaleMessages } from './en/manual-sale.ts';
import { problemMessages } from './en/problems.ts';
import { saleDetailMessages } from './en/sale-detail.ts';
import { saleMessages } from './en/sales.ts';
import { salesOverviewMessages } from './en/sales-overview.ts';
import { syncMessages } from './en/sync.ts';
import { trackingMessages } from './en/tracking.ts';
import { isolateValues } from './isolate-values.ts';
import type { Language } from './language.ts';

/** Every word the kit shows, in English. Plurals and anything with a value in it are functions; values arrive formatted. */
export const englishMessages = {
  common: commonMessages,
  tracking: trackingMessages,
  channels: channelMessages,
  channelDetails: channelDetailsMessages,
  sync: syncMessages,
  sales: saleMessages,
  salesOverview: salesOverviewMessages,
  manualSale: manualSaleMessages,
  saleDetail: saleDetailMessages,
  connectWizard: connectWizardMessages,
  connections: connectionMessages,
  activity: activityMessages,
  authorizationWindow: authorizationWindowMessages,
  problems: problemMessages,
};

export type Messages = typeof englishMessages;
/** Any part of the messages, group by group. */
export type MessageOverrides = { [G in keyof Messages]?: Partial<Messages[G]> };

/**
 * A language's messages with a host's own over them. In a right-to-left language the values in their sentences are isolated
 * (U+2068 … U+2069), so that names and amounts keep their own direction.
 * @param language English unless given.
 */
export function mergeMessages(
  overrides: MessageOverrides = {},
  language: Pick<Language, 'direction' | 'messages'> = { direction: 'ltr', messages: englishMessages },
): Messages {
  const merged = Object.fromEntries(
    Object.entries(language.messages).map(([group, words]) => [
      group,
      { ...words, ...overrides[group as keyof Messages] },
    ]),
  ) as Messages;
  return language.direction === 'rtl' ? isolateValues(merged) : merged;
}
