import type { Connection } from '@sales-channels/contract';

const statuses: Record<Connection['status'], string> = {
  connected: 'Connected',
  reconnect_required: 'Sign-in needed',
  disconnected: 'Disconnected',
  unknown: 'Newer than this page',
};

const ownerships: Record<Connection['ownership'], string> = {
  kit: 'Signed in here',
  host: 'Managed by this app',
  unknown: 'Managed elsewhere',
};

/** A count together with the way it is written. */
type Counted = readonly [count: number, written: string];

export const connectionMessages = {
  accountingTitle: 'Accounting',
  inventoryTitle: 'Inventory',
  listLabel: 'Accounting connections',
  usesLabel: 'Used for',
  salesChannelUse: 'Sales channel',
  /** In place of `salesChannelUse`, for a channel with a name of its own. */
  namedSalesChannelUse: (channel: string) => `Sales channel: ${channel}`,
  unused: 'Not used for anything yet',
  since: (date: string) => `connected since ${date}`,
  signInEnds: (day: string) => `sign-in ends ${day}`,
  wasConnected: (date: string) => `first connected ${date}`,
  statuses,
  ownerships,

  connect: (provider: string) => `Connect ${provider}`,
  connectAnother: (provider: string) => `Connect another ${provider} company`,
  connectAgain: 'Connect again',
  reconnect: 'Reconnect',
  disconnect: 'Disconnect',
  manageAtHost: 'Manage connection',
  /** For assistive technology, after a row's button: several rows have one. */
  ofConnection: (connection: string) => `: ${connection}`,
  reconnectRequired: (provider: string) => `${provider} needs you to sign in again.`,
  reconnectAtHost: 'Sign in again where this app manages its connections.',
  disconnected: 'Connect the same company again to go on where it stopped.',
  disconnectedAtHost: 'Connect it again where this app manages its connections.',
  needsPermission: 'Somebody who manages sales channels can do that.',
  limit: (...[count, written]: Counted) =>
    `Your plan allows ${count === 1 ? 'one accounting connection' : `${count === 0 ? 'no' : written} accounting connections`}.`,
  limitPlan: (plan: string) => `The ${plan} plan allows more.`,

  emptyTitle: 'No accounting connection yet',
  emptyText: (provider: string) =>
    `Sign in to ${provider} once. Sales channels and other parts of this app can then use the connection.`,
  emptyForReader: 'Somebody who manages sales channels can connect one.',
  failedTitle: 'Your connections could not be loaded',
  lockedTitle: 'Accounting connections are not in your plan',
  noReadTitle: 'You cannot see connections here',
  noReadText: 'Your role does not include sales. Ask an administrator of your account for access.',
  brokenRow: 'This connection could not be shown.',

  disconnectTitle: (company: string) => `Disconnect ${company}?`,
  disconnectConfirm: (company: string) => `Disconnect ${company}`,
  keepConnected: 'Keep it connected',
  disconnectText: (provider: string) => `This app loses its access to ${provider} at once.`,
  /** Before the list of what stops. */
  disconnectStops: (provider: string) => `This app loses its access to ${provider} at once. This stops:`,
  stopsLabel: 'What stops',
  stopsChannel: (channel: string) => `Syncing of the sales channel ${channel}`,
  salesKept: 'All sales that were brought in are kept. Connect the same company again to go on.',
};
