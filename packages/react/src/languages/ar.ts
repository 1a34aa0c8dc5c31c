import type { Language } from '../messages/language.ts';
import { activityMessages } from '../messages/ar/activity.ts';
import { authorizationWindowMessages } from '../messages/ar/authorization-window.ts';
import { channelDetailsMessages } from '../messages/ar/channel-details.ts';
import { channelMessages } from '../messages/ar/channels.ts';
import { commonMessages } from '../messages/ar/common.ts';
import { connectWizardMessages } from '../messages/ar/connect-wizard.ts';
import { connectionMessages } from '../messages/ar/connections.ts';
import { manualSaleMessages } from '../messages/ar/manual-sale.ts';
import { problemMessages } from '../messages/ar/problems.ts';
import { saleDetailMessages } from '../messages/ar/sale-detail.ts';
import { saleMessages } from '../messages/ar/sales.ts';
import { salesOverviewMessages } from '../messages/ar/sales-overview.ts';
import { syncMessages } from '../messages/ar/sync.ts';
import { trackingMessages } from '../messages/ar/tracking.ts';

/** Arabic. */
export const arabic: Language = {
  tag: 'ar',
  direction: 'rtl',
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
