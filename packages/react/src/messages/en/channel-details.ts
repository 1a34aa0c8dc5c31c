import type { Run, Verification } from '@sales-channels/contract';

const runStates: Record<Run['state'], string> = {
  queued: 'Waiting',
  running: 'Running',
  succeeded: 'Succeeded',
  completed_with_errors: 'With errors',
  failed: 'Failed',
  stopped: 'Stopped',
  unknown: 'Newer than this page',
};

const triggers: Record<Run['trigger'], string> = {
  manual: 'Asked for',
  schedule: 'On schedule',
  webhook: 'QuickBooks Online reported a change',
  reactivation: 'After activating',
  reconnection: 'After reconnecting',
  connected: 'First sync',
  unknown: 'For a reason newer than this page',
};

const documentKinds: Record<keyof Verification['documents'], string> = {
  invoice: 'Invoices',
  sales_receipt: 'Sales receipts',
  credit_memo: 'Credit memos',
};

/** A count together with the way it is written. */
type Counted = readonly [count: number, written: string];

export const channelDetailsMessages = {
  open: (channel: string) => `More about ${channel}`,
  factsTitle: 'About this channel',
  company: 'Company',
  name: 'Name',
  type: 'Type',
  status: 'Status',
  addedAt: 'Connected',
  lastSynced: 'Last synced',
  never: 'Never',
  by: (cause: string, person: string) => `${cause} by ${person}`,
  nextSync: 'Next sync',
  byItself: (when: string) => `By itself ${when}`,
  /** In place of how long until, when that is not worth a number. */
  soon: 'in a moment',
  notByItself: 'Only when somebody asks for it',
  verification: 'Checked',
  documentKinds,
  ofCounted: (stored: string, expected: string) => `${stored} of ${expected}`,
  notImported: (...[count, written]: Counted) =>
    count === 1 ? '1 could not be imported' : `${written} could not be imported`,
  monthlyCalls: 'Provider calls',
  callsOf: (used: string, ceiling: string) => `${used} of ${ceiling}`,
  inMonth: (calls: string, month: string) => `${calls} in ${month}`,
  signIn: 'Sign-in',
  endsOn: (day: string) => `Ends on ${day} unless somebody signs in again`,

  dateTitle: 'Initial sync date',
  allDates: 'All dates',
  change: 'Change',
  changeDate: 'Change the initial sync date',
  dateFree: 'Until the first sync has succeeded it can be any date. The first sync then starts over.',
  dateEarlier: 'It can only move earlier now. The next sync then brings in what lies between.',
  dateWhileSyncing: 'It cannot be changed while a sync runs.',
  dateLater: (current: string) => `Sales since ${current} are here already. Choose an earlier date.`,
  inAll: (...[count, written]: Counted) =>
    `About ${written} ${count === 1 ? 'sale' : 'sales'} from this date on, with those that are here.`,
  newDate: 'New date',
  saveDate: 'Change date',
  dateChanged: (date: string) => `Initial sync date: ${date}`,

  historyTitle: 'Sync history',
  historyEmpty: 'No sync has run yet.',
  historyFailed: 'The sync history could not be loaded',
  more: 'Show more',
  runStates,
  triggers,
  took: (duration: string) => `took ${duration}`,
  calls: (...[count, written]: Counted) => `${written} provider ${count === 1 ? 'call' : 'calls'}`,

  endTitle: 'Stop using this channel',
  deactivateText: 'Nothing syncs any more. Its sales are kept.',
  deactivate: 'Deactivate channel',
  deactivateTitle: (channel: string) => `Deactivate ${channel}?`,
  deactivateStops: 'Nothing syncs any more: not by hand, not on schedule, not when something changes.',
  deactivateKeeps: 'Every sale it has brought stays in your lists and counts in your totals.',
  keepActive: 'Keep it active',
  removeText: 'It has no sales, so nothing is lost.',
  remove: 'Remove channel',
  removeTitle: (channel: string) => `Remove ${channel}?`,
  removeConfirm:
    'The channel and its sync history go away. The connection stays, and can have a channel again.',
  keep: 'Keep it',
  hasSales: 'A channel with sales cannot be removed. Deactivate it instead.',
  hasSalesInactive: 'A channel with sales cannot be removed. It stays here, inactive, with its sales.',
  removed: (channel: string) => `${channel} was removed.`,
};
