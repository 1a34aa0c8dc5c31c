import type { Language } from '../messages/language.ts';
import { activityMessages } from '../messages/de/activity.ts';
import { authorizationWindowMessages } from '../messages/de/authorization-window.ts';
import { channelDetailsMessages } from '../messages/de/channel-details.ts';
import { channelMessages } from '../messages/de/channels.ts';
import { commonMessages } from '../messages/de/common.ts';
import { connectWizardMessages } from '../messages/de/connect-wizard.ts';
import { connectionMessages } from '../messages/de/connections.ts';
import { manualSaleMessages } from '../messages/de/manual-sale.ts';
import { problemMessages } from '../messages/de/problems.ts';
import { saleDetailMessages } from '../messages/de/sale-detail.ts';
import { saleMessages } from '../messages/de/sales.ts';
import { salesOverviewMessages } from '../messages/de/sales-overview.ts';
import { syncMessages } from '../messages/de/sync.ts';
import { trackingMessages } from '../messages/de/tracking.ts';

/** German. */
export const german: Language = {
  tag: 'de',
  direction: 'ltr',
  messages: {
    activity: activityMessages,
    authorizationWindow: authorizationWindowMessages,
    channelDetails: channelDetailsMessages,
    channels: channelMessages,
    common: commonMessages,
    connectWizard: connectWizardMessages,
    connections: connectionMessages,
    manualSale: manualSaleMessages,
    problems: problemMessages,
    saleDetail: saleDetailMessages,
    sales: saleMessages,
    salesOverview: salesOverviewMessages,
    sync: syncMessages,
    tracking: trackingMessages,
  },
};
