import { expect, it } from 'vitest';
import * as kit from './index.ts';

it('offers these names and no others', () => {
  expect(Object.keys(kit).toSorted()).toMatchInlineSnapshot(`
    [
      "ApiProblem",
      "ConnectWizard",
      "SalesChannels",
      "SalesChannelsProvider",
      "SalesTable",
      "SyncProgress",
      "SyncResult",
      "createAuthorization",
      "createClient",
      "english",
      "englishMessages",
      "mergeMessages",
      "resumeAuthorization",
      "useActivateChannel",
      "useAuthorizationReturn",
      "useAuthorizationWindow",
      "useChannel",
      "useChannels",
      "useConnections",
      "useContextQuery",
      "useCreateChannel",
      "useDeactivateChannel",
      "usePreview",
      "useRemoveChannel",
      "useRun",
      "useRuns",
      "useSale",
      "useSales",
      "useSalesChannels",
      "useSalesTotals",
      "useSetSalesTracking",
      "useSyncAllChannels",
      "useSyncChannel",
      "useUpdateChannel",
    ]
  `);
});
