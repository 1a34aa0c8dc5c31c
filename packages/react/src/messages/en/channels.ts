import type { Channel, ChannelType } from '@sales-channels/contract';
import type { PlannedType } from '../../sales-channels/planned-types.ts';

const types: Record<ChannelType | Channel['type'], string> = {
  accounting: 'Accounting',
  manual: 'Manual',
  pos: 'POS',
  ecommerce: 'Ecommerce',
  unknown: 'Newer than this page',
};

const statuses: Record<Channel['status'], string> = {
  inactive: 'Inactive',
  not_in_plan: 'Not in your plan',
  disconnected: 'Disconnected',
  reconnect_required: 'Sign-in needed',
  syncing: 'Syncing',
  sync_failed: 'Sync failed',
  completed_with_errors: 'Synced with errors',
  never_synced: 'Never synced',
  up_to_date: 'Up to date',
  active: 'Active',
  unknown: 'Newer than this page',
};

const plannedTexts: Record<PlannedType, string> = {
  pos: 'Sales from your registers',
  ecommerce: 'Orders from your online store',
};

const attention: Record<Channel['attention'][number], (provider: string) => string> = {
  budget_reached: (provider) =>
    `The monthly limit of reads from ${provider} is reached. Syncing goes on when it renews.`,
  access_lost: (provider) =>
    `${provider} no longer gives access to this company. Check its subscription and your user there.`,
  wrong_environment: (provider) =>
    `This company belongs to another ${provider} environment. Connect it with the matching keys.`,
  count_mismatch: (provider) =>
    `${provider} has a different number of sales than were imported. Sync now to compare again.`,
  authorisation_expires_soon: (provider) =>
    `The sign-in to ${provider} ends soon. Sign in again to keep syncing.`,
  document_errors: () => 'Some documents could not be imported. They are tried again at the next sync.',
  unknown: () => 'Something needs attention that this page is too old to name. Reload the page.',
};

export const channelMessages = {
  title: 'Sales channels',
  connect: 'Connect sales channel',
  listLabel: 'Sales channels',
  manualText: 'Sales entered by hand',
  since: (date: string) => `since ${date}`,
  /** In place of `since`, when everything was asked for. */
  sinceEver: 'all dates',
  synced: (ago: string) => `synced ${ago}`,
  checkedAt: (when: string) => `Checked ${when}`,
  countDiffers: (difference: string) => `${difference}. Sync now to compare everything again.`,
  budgetUntil: (provider: string, day: string) =>
    `This month’s calls to ${provider} are used up. Syncing goes on by itself on ${day}.`,
  signInEnds: (provider: string, day: string) =>
    `The sign-in to ${provider} ends on ${day}. Sign in again to keep syncing.`,
  syncNow: 'Sync now',
  /** For assistive technology, after a row's button: several rows have one. */
  ofChannel: (channel: string) => `: ${channel}`,
  emptyTitle: 'No accounting channel yet',
  emptyText: 'Connect QuickBooks Online to bring in invoices, sales receipts and credit memos.',
  plannedLabel: 'Planned sales channels',
  plannedTexts,
  failedTitle: 'Your sales channels could not be loaded',
  brokenRow: 'This channel could not be shown.',
  trackingOff: 'Sales tracking is off, so nothing syncs.',
  trackingOffText: 'Sales tracking is off, so nothing syncs. Your channels and their sales are kept.',
  inactive: 'Nothing syncs while the channel is inactive. Its sales are kept.',
  notInPlan: (plan: string | undefined) =>
    plan === undefined
      ? 'Your plan has no room for this channel. Its sales are kept.'
      : `Your plan has no room for this channel. The ${plan} plan does. Its sales are kept.`,
  disconnected: (provider: string) => `${provider} is disconnected. Connect the same company to go on.`,
  reconnectRequired: (provider: string) => `${provider} needs you to sign in again.`,
  reconnectAtHost: 'Sign in again where this app manages its connections.',
  reconnect: 'Reconnect',
  connectAgain: 'Connect again',
  seeDocuments: 'See the documents',
  seeDetails: 'See details',
  activate: 'Activate',
  activateNeedsPermission: 'Somebody who manages sales channels can activate it.',
  syncAll: 'Sync all',
  syncAllRefused: (channel: string, reason: string) => `${channel}: ${reason}`,
  reconnectNeedsPermission: 'Somebody who manages sales channels can sign in again.',
  unknownStatus: 'Reload the page to see how this channel is doing.',
  neverSynced: 'No sales have been brought in yet.',
  syncFailed: (when: string) => `The sync failed ${when}.`,
  syncNeedsPermission: 'Your role does not include syncing.',
  connectNeedsPermission: 'Your role does not include managing sales channels.',
  types,
  statuses,
  attention,
};
