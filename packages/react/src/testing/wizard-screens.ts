import type { Channel, Connection } from '@sales-channels/contract';
import { connectionChoices } from '../connect-wizard/connection-choices.ts';
import type { WizardStep, WizardStepId } from '../connect-wizard/connect-wizard.machine.ts';
import type { ConnectWizardViewProps, WizardScreen } from '../connect-wizard/connect-wizard.view.tsx';
import { datePresets } from '../connect-wizard/initial-sync-date.ts';

const ignore = () => {};
const TODAY = '2026-11-23';

export const connectionOf = (part: Partial<Connection> = {}): Connection => ({
  id: 'con_1',
  provider: 'quickbooks',
  providerName: 'QuickBooks Online',
  environment: 'sandbox',
  realmId: '9341452000000001',
  companyName: 'Brightwater Lighting Co.',
  homeCurrency: 'USD',
  ownership: 'kit',
  status: 'connected',
  uses: ['Item sync', 'Build exports'],
  channelId: null,
  connectedAt: '2026-09-24T15:30:00Z',
  authorizationEndsAt: null,
  ...part,
});

export const channelOf = (part: Partial<Channel> = {}): Channel => ({
  id: 'cha_1',
  type: 'accounting',
  name: 'Brightwater Lighting Co.',
  connection: connectionOf(),
  isActive: true,
  status: 'never_synced',
  attention: [],
  initialSyncDate: '2026-01-01',
  lastSyncedAt: null,
  lastRun: null,
  currentRun: null,
  nextSyncAt: null,
  verification: null,
  providerCalls: null,
  createdAt: '2026-11-23T15:30:00Z',
  ...part,
});

type Source = Extract<WizardScreen, { id: 'source' }>;
type StartDate = Extract<WizardScreen, { id: 'start-date' }>;

const ORDER: readonly WizardStepId[] = ['source', 'start-date', 'done'];
const stepsAt = (current: WizardStepId): WizardStep[] =>
  ORDER.map((id, index) => ({
    id,
    isReachable: id === current,
    isComplete: index < ORDER.indexOf(current) || current === 'done',
  }));

const around = (id: WizardStepId): Omit<ConnectWizardViewProps, 'screen' | 'footer'> => ({
  steps: stepsAt(id),
  refusal: null,
  isAskingToClose: false,
  onClose: ignore,
  onLeave: ignore,
  onStay: ignore,
});

/** The wizard at its first step; with one connection, which is selected. */
export function atSource(
  connections: readonly Connection[] = [connectionOf()],
  part: Partial<Source> = {},
): ConnectWizardViewProps {
  const choices = connectionChoices(connections);
  const eligible = choices.filter(({ obstacle }) => obstacle === null);
  const selectedId = eligible.length === 1 ? (eligible[0]?.connection.id ?? null) : null;
  const screen: Source = {
    id: 'source',
    choices,
    loadError: null,
    selectedId,
    providers: [{ id: 'quickbooks', name: 'QuickBooks Online' }],
    limit: null,
    isChosenGone: false,
    state: { status: 'idle' },
    onRetryLoad: ignore,
    onPick: ignore,
    onConnect: ignore,
    onReconnect: ignore,
    reactivatingId: null,
    onReactivate: ignore,
    onTryAgain: ignore,
    onSignInHere: ignore,
    onShowWindow: ignore,
    onCancelSignIn: ignore,
    ...part,
  };
  const canContinue = screen.selectedId !== null;
  const isContinueShown = screen.choices === null || eligible.length > 0;
  return {
    ...around('source'),
    screen,
    footer: { buttons: { step: 'source', canContinue, isContinueShown, onContinue: ignore } },
  };
}

/** The wizard at its second step, with everything valid and counted. */
export function atStartDate(part: Partial<StartDate> = {}, isSubmitting = false): ConnectWizardViewProps {
  const screen: StartDate = {
    id: 'start-date',
    companyName: 'Brightwater Lighting Co.',
    today: TODAY,
    earliest: null,
    stockTrackedSince: null,
    date: '2026-01-01',
    dateRef: null,
    dateError: undefined,
    presets: datePresets({ today: TODAY, earliest: null }),
    startSync: true,
    preview: {
      status: 'counted',
      preview: {
        from: '2026-01-01',
        documents: { invoice: 900, sales_receipt: 300, credit_memo: 40 },
        total: 1240,
        providerCalls: 7,
        seconds: 10,
      },
    },
    onDateChange: ignore,
    onStartSyncChange: ignore,
    onSubmit: ignore,
    ...part,
  };
  return {
    ...around('start-date'),
    screen,
    footer: { buttons: { step: 'start-date', isSubmitting, onBack: ignore } },
  };
}

/** The wizard at its last step, with a channel that was never synced. */
export function atDone(part: Partial<Channel> = {}, syncError: unknown = null): ConnectWizardViewProps {
  const channel = channelOf(part);
  const canSync =
    channel.currentRun === null && (channel.lastRun === null || channel.lastRun.state === 'failed');
  return {
    ...around('done'),
    screen: { id: 'done', channel, syncError },
    footer: { buttons: { step: 'done', canSync, isSyncStarting: false, onSync: ignore } },
  };
}
