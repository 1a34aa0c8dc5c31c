import type { Language } from '../messages/language.ts';
import { activityMessages } from '../messages/fr/activity.ts';
import { authorizationWindowMessages } from '../messages/fr/authorization-window.ts';
import { channelDetailsMessages } from '../messages/fr/channel-details.ts';
import { channelMessages } from '../messages/fr/channels.ts';
import { commonMessages } from '../messages/fr/common.ts';
import { connectWizardMessages } from '../messages/fr/connect-wizard.ts';
import { connectionMessages } from '../messages/fr/connections.ts';
import { manualSaleMessages } from '../messages/fr/manual-sale.ts';
import { problemMessages } from '../messages/fr/problems.ts';
import { saleDetailMessages } from '../messages/fr/sale-detail.ts';
import { saleMessages } from '../messages/fr/sales.ts';
import { salesOverviewMessages } from '../messages/fr/sales-overview.ts';
import { syncMessages } from '../messages/fr/sync.ts';
import { trackingMessages } from '../messages/fr/tracking.ts';

/** French. */
export const french: Language = {
  tag: 'fr',
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
