import type { DateFault, PresetId } from '../../connect-wizard/initial-sync-date.ts';
import type { Obstacle } from '../../connect-wizard/connection-choices.ts';

const obstacles: Record<Obstacle, string> = {
  has_channel: 'Already has a sales channel',
  has_inactive_channel: 'Has an inactive sales channel',
  reconnect_required: 'Sign-in needed',
  disconnected: 'Disconnected',
  unknown: 'Newer than this page. Reload the page.',
};

const presets: Record<PresetId, string> = {
  this_year: 'This year',
  last_30_days: '30 days',
  last_90_days: '90 days',
  last_12_months: '12 months',
  all: 'All',
};

const dateFaults: Record<DateFault, (earliest: string) => string> = {
  missing: () => 'Choose a date.',
  impossible: () => 'This date does not exist. Use a real calendar date.',
  future: () => 'This date is in the future. Use today or an earlier date.',
  too_early: (earliest) => `This date is too early. The earliest is ${earliest}.`,
};

/** A count together with the way it is written. */
type Counted = readonly [count: number, written: string];

export const connectWizardMessages = {
  title: 'Connect a sales channel',
  stepsLabel: 'Steps',
  stepSource: 'Source',
  stepStartDate: 'Start date',
  stepDone: 'Done',
  stepOf: (step: number, steps: number) => `Step ${step} of ${steps}`,

  /** For assistive technology, after a step that is behind. */
  stepComplete: 'complete',

  sourceTitle: 'Where do your sales come from?',
  accountingText: 'Invoices, sales receipts and credit memos',
  connectionTitle: 'Accounting connection',
  connectionsFailed: 'Your connections could not be loaded',
  connected: 'Connected',
  obstacles,
  reconnect: 'Reconnect',
  reconnectFor: (company: string) => `Reconnect ${company}`,
  reactivate: 'Reactivate',
  reactivateFor: (company: string) => `Reactivate the channel of ${company}`,
  reactivateRefused: 'The channel was not activated',
  noneTitle: (provider: string) => `Connect ${provider} first`,
  noneText: (provider: string) =>
    `Your sales come from your books. Sign in to ${provider} once; nothing is imported until you choose a start date.`,
  connect: (provider: string) => `Connect ${provider}`,
  connectAnother: (provider: string) => `Connect another ${provider} company`,
  allTaken: 'Every connection you have already has a sales channel.',
  limit: (...[count, written]: Counted) =>
    `Your plan allows ${count === 1 ? 'one accounting connection' : `${count === 0 ? 'no' : written} accounting connections`}.`,
  limitPlan: (plan: string) => `The ${plan} plan allows more.`,
  connectionGone: 'The connection you chose can no longer be used. Choose another.',
  continue: 'Continue',

  startDateTitle: 'From when?',
  dateLabel: 'Initial sync date',
  dateHint: 'You can move it earlier at any time. After the first sync it cannot move later.',
  presetsLabel: 'Ready-made dates',
  presets,
  presetEarliest: 'Earliest',
  dateFaults,
  willImport: (date: string, company: string) =>
    `Sales dated on or after ${date} from ${company} will be imported.`,
  willImportAll: (company: string) => `All sales from ${company} will be imported, whatever their date.`,
  counting: 'Counting documents…',
  previewSales: (...[count, written]: Counted) => `About ${written} ${count === 1 ? 'sale' : 'sales'}`,
  previewNone: 'No sales yet from this date on',
  previewCalls: (...[count, written]: Counted) => `${written} provider ${count === 1 ? 'call' : 'calls'}`,
  previewTime: (duration: string) => `~${duration}`,
  previewFailed: 'The number of sales could not be counted. You can go on without it.',
  /** Of an initial sync date before the day the host began to track stock. */
  deductedTwice: (day: string) =>
    `Stock is tracked here since ${day}. Sales before that day are most likely in it already; importing them would deduct them twice.`,
  startSync: 'Start the first sync now',
  submit: 'Connect',

  refusedTitle: 'The channel was not connected',
  unansweredTitle: 'The channel may have been connected',
  unansweredText: 'Trying again is safe: there is one channel a connection.',
  changedText: 'Something changed while this was open. Choose again below.',

  doneTitle: (company: string) => `${company} is connected`,
  syncingText: 'Your sales are being brought in. You can close this; the sync goes on.',
  notSyncedText: 'No sales have been brought in yet. Start the first sync when you are ready.',
  syncedText: 'Your sales are in. From now on only new and changed ones are brought in.',
  syncedWithErrorsText: 'Your sales are in, except those below. They are tried again at the next sync.',
  endedText: 'The first sync has ended.',
  failedText: 'The channel is there, but its first sync did not finish.',
  syncNow: 'Sync now',
  finish: 'Done',

  closeTitle: 'Leave without connecting?',
  closeText: 'What you chose here is not kept. No channel is made.',
  leave: 'Leave',
  stay: 'Stay here',
};
