export type { ClientOptions, SalesChannelsClient } from '@sales-channels/contract/client';
export { ApiProblem, createClient } from '@sales-channels/contract/client';
export type {
  Authorization,
  AuthorizationState,
  AuthorizationTarget,
} from './authorization-window/create-authorization.ts';
export { createAuthorization } from './authorization-window/create-authorization.ts';
export type {
  AuthorizationFailure,
  AuthorizationOutcome,
} from './authorization-window/poll-authorization.ts';
export type { ResumedAuthorization } from './authorization-window/resume-authorization.ts';
export { resumeAuthorization } from './authorization-window/resume-authorization.ts';
export { useAuthorizationReturn } from './authorization-window/use-authorization-return.ts';
export { useAuthorizationWindow } from './authorization-window/use-authorization-window.ts';
export type { ConnectionsSettingsProps } from './connections-settings/connections-settings.tsx';
export { ConnectionsSettings } from './connections-settings/connections-settings.tsx';
export type { WizardStepId } from './connect-wizard/connect-wizard.machine.ts';
export type { ConnectWizardProps } from './connect-wizard/connect-wizard.tsx';
export { useActivateChannel } from './queries/activate-channel.ts';
export {
  useCreateChannel,
  useDeactivateChannel,
  useRemoveChannel,
  useUpdateChannel,
} from './queries/channel-mutations.ts';
export { useSyncAllChannels, useSyncChannel } from './queries/sync-mutations.ts';
export { useChannel, useChannels } from './queries/channels.ts';
export type { AuditRequest } from './queries/audit.ts';
export { useAuditLog } from './queries/audit.ts';
export { useDisconnect } from './queries/connection-mutations.ts';
export { useConnections } from './queries/connections.ts';
export { usePreview } from './queries/preview.ts';
export { useContextQuery, useSetSalesTracking } from './queries/context.ts';
export { useRun, useRuns } from './queries/runs.ts';
export { useCreateManualSale, useUpdateManualSale, useVoidSale } from './queries/manual-sale-mutations.ts';
export { useProducts } from './queries/products.ts';
export { useExportSales } from './queries/export-sales.ts';
export { useSalesSeries } from './queries/sales-overview.ts';
export { useSale, useSaleRevisions, useSales, useSalesTotals } from './queries/sales.ts';
export type { ManualSaleFormProps } from './manual-sale/manual-sale-form.tsx';
export { english } from './languages/en.ts';
export type { Language } from './messages/language.ts';
export type { MessageOverrides, Messages } from './messages/messages.ts';
export { englishMessages, mergeMessages } from './messages/messages.ts';
export type { Density, Theme } from './provider/appearance.ts';
export type { SalesChannelsEvents, UpgradeRequest } from './provider/events.ts';
export type { SalesChannelsEvent } from './provider/sales-channels-event.ts';
export type { HelpLink, HelpLinks } from './provider/help-links.ts';
export type { IconComponent, IconName, IconOverrides } from './provider/icons.ts';
export type { SalesChannelsContextValue } from './provider/sales-channels-context.ts';
export { useSalesChannels } from './provider/sales-channels-context.ts';
export type { SalesChannelsProviderProps } from './provider/sales-channels-provider.tsx';
export { SalesChannelsProvider } from './provider/sales-channels-provider.tsx';
export type { SalesChartProps } from './sales-chart/sales-chart.tsx';
export type { SalesTableProps } from './sales/sales-table.tsx';
export type { SalesChannelsProps } from './sales-channels/sales-channels.tsx';
export { SalesChannels } from './sales-channels/sales-channels.tsx';
export {
  ConnectWizard,
  SalesChart,
  SalesTable,
  SyncProgress,
  SyncResult,
  ManualSaleForm,
} from './stand-alone/stand-alone.tsx';
export type { SyncProgressProps } from './sync-progress/sync-progress.tsx';
export type { SyncResultProps } from './sync-progress/sync-result.tsx';
