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
      "useAuthorizationReturn",
      "useAuthorizationWindow",
      "useChannel",
      "useChannels",
      "useConnections",
      "useContextQuery",
      "useCreateChannel",
      "usePreview",
      "useRun",
      "useRuns",
      "useSale",
      "useSales",
      "useSalesChannels",
      "useSalesTotals",
      "useSetSalesTracking",
      "useSyncChannel",
      "useUpdateChannel",
    ]
  `);
});
