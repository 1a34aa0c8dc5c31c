import { createProblem, EARLIEST_DATE } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect } from 'storybook/test';
import { runOf } from '../testing/run-of.ts';
import { atDone, atSource, atStartDate, connectionOf } from '../testing/wizard-screens.ts';
import { ConnectWizardView } from './connect-wizard.view.tsx';
import { datePresets } from './initial-sync-date.ts';

const meta = {
  component: ConnectWizardView,
  args: atSource(),
  // Each is a dialog over the whole page: in the documentation it gets a page of its own.
  parameters: { docs: { story: { inline: false, iframeHeight: 640 } } },
} satisfies Meta<typeof ConnectWizardView>;
export default meta;
type Story = StoryObj<typeof meta>;

const target = { provider: 'quickbooks' };
const signedInTo = [
  connectionOf({ channelId: 'cha_1' }),
  connectionOf({ id: 'con_2', companyName: 'Brightwater Rentals LLC', uses: [] }),
  connectionOf({ id: 'con_3', companyName: 'Brightwater Canada', uses: [], status: 'reconnect_required' }),
  connectionOf({
    id: 'con_4',
    companyName: 'شركة برايت ووتر للإضاءة',
    uses: [],
    status: 'reconnect_required',
    ownership: 'host',
  }),
  connectionOf({ id: 'con_5', companyName: 'Brightwater Wholesale', uses: [] }),
];

export const OneConnection: Story = {};
export const OneConnectionDark: Story = { globals: { theme: 'dark' } };
export const SeveralConnections: Story = { args: atSource(signedInTo) };
export const SeveralConnectionsDark: Story = { ...SeveralConnections, globals: { theme: 'dark' } };
export const SeveralConnectionsArabic: Story = {
  ...SeveralConnections,
  globals: { language: 'ar' },
  play: async () => {
    const startOf = (element: Element | null) => {
      const text = document.createRange();
      text.selectNodeContents(element ?? document.body);
      return Math.round(text.getBoundingClientRect().right);
    };
    const options = [...document.querySelectorAll('.sc-wizard-options .sc-wizard-option-text')].filter(
      (option) => option.querySelector('bdi'),
    );
    await expect(options).toHaveLength(signedInTo.length);
    for (const option of options)
      await expect(startOf(option.querySelector('bdi'))).toBe(
        startOf(option.querySelector('.sc-wizard-option-hint')),
      );
  },
};
export const NoConnection: Story = { args: atSource([]) };
export const LoadingConnections: Story = { args: atSource([], { choices: null }) };
export const ConnectionsFailed: Story = {
  args: atSource([], { choices: null, loadError: new ApiProblem('network', 0, null) }),
};
export const LimitReached: Story = {
  args: atSource([connectionOf({ channelId: 'cha_1' })], { limit: { connections: 1, plan: 'Advanced' } }),
};
export const LimitReachedWithOneFree: Story = {
  args: atSource([connectionOf()], { limit: { connections: 1, plan: 'Advanced' } }),
};
export const ChosenConnectionGone: Story = { args: atSource(signedInTo, { isChosenGone: true }) };

export const SignInStarting: Story = { args: atSource([], { state: { status: 'starting', target } }) };
export const SignInWaiting: Story = {
  args: atSource([], { state: { status: 'waiting', target, isWindowClosed: false } }),
};
export const SignInWindowClosed: Story = {
  args: atSource([], { state: { status: 'waiting', target, isWindowClosed: true } }),
};
export const SignInWindowClosedDark: Story = { ...SignInWindowClosed, globals: { theme: 'dark' } };
export const SignInBlocked: Story = { args: atSource([], { state: { status: 'blocked', target } }) };
export const SignInRedirecting: Story = { args: atSource([], { state: { status: 'redirecting', target } }) };
export const SignInDenied: Story = {
  args: atSource([], { state: { status: 'failed', failure: createProblem('authorization_denied') } }),
};
export const SignInOtherCompany: Story = {
  args: atSource(signedInTo, { state: { status: 'failed', failure: createProblem('company_mismatch') } }),
};
export const SignInCompanyInUse: Story = {
  args: atSource([], { state: { status: 'failed', failure: createProblem('company_in_use') } }),
};
export const Reconnecting: Story = {
  args: atSource(signedInTo, {
    state: { status: 'waiting', target: { ...target, connectionId: 'con_3' }, isWindowClosed: false },
  }),
};

export const StartDate: Story = { args: atStartDate() };
export const StartDateDark: Story = { args: atStartDate(), globals: { theme: 'dark' } };
export const StartDateCounting: Story = { args: atStartDate({ preview: { status: 'counting' } }) };
export const StartDateNotCounted: Story = { args: atStartDate({ preview: { status: 'failed' } }) };
export const StartDateEverything: Story = { args: atStartDate({ date: EARLIEST_DATE }) };
export const StartDateBeforeStock: Story = {
  name: 'E-07 Start date before stock was tracked',
  args: atStartDate({ stockTrackedSince: '2026-06-01' }),
};
export const StartDateBeforeStockDark: Story = { ...StartDateBeforeStock, globals: { theme: 'dark' } };
export const StartDateInTheFuture: Story = {
  args: atStartDate({
    date: '2027-01-01',
    dateError: 'This date is in the future. Use today or an earlier date.',
    preview: { status: 'none' },
  }),
};
export const StartDateTooEarly: Story = {
  args: atStartDate({
    date: '2026-05-31',
    earliest: '2026-06-01',
    dateError: 'This date is too early. The earliest is Jun 1, 2026.',
    presets: datePresets({ today: '2026-11-23', earliest: '2026-06-01' }),
    preview: { status: 'none' },
  }),
};
export const Submitting: Story = { args: atStartDate({}, true) };
export const ServerError: Story = {
  args: { ...atStartDate(), refusal: { failure: createProblem('internal'), of: 'submit' } },
};
export const TrackingTurnedOff: Story = {
  args: { ...atStartDate(), refusal: { failure: createProblem('sales_tracking_disabled'), of: 'submit' } },
};
export const ChannelMadeByAnother: Story = {
  args: {
    ...atSource([connectionOf({ channelId: 'cha_1' }), ...signedInTo.slice(1)]),
    refusal: { failure: createProblem('channel_exists'), of: 'submit' },
  },
};
/** Back from a sign-in in the whole page. */
export const SignInDeclined: Story = {
  args: { ...atSource([]), refusal: { failure: createProblem('authorization_denied'), of: 'sign_in' } },
};
export const AskingBeforeClosing: Story = { args: { ...atStartDate(), isAskingToClose: true } };

export const Syncing: Story = { args: atDone({ status: 'syncing', currentRun: runOf() }) };
export const SyncingDark: Story = { ...Syncing, globals: { theme: 'dark' } };
export const SyncedLater: Story = { args: atDone() };
export const Synced: Story = {
  args: atDone({ status: 'up_to_date', lastRun: runOf({ state: 'succeeded', phase: 'done' }) }),
};
export const SyncedWithErrors: Story = {
  args: atDone({
    status: 'completed_with_errors',
    lastRun: runOf({
      state: 'completed_with_errors',
      phase: 'done',
      counts: { created: 1238, updated: 0, voided: 0, unchanged: 0, errors: 1 },
      errors: [
        { type: 'invoice', externalId: '3871', number: '5217', reason: 'The line amounts do not add up.' },
      ],
    }),
  }),
};
export const SyncFailed: Story = {
  args: atDone({
    status: 'sync_failed',
    lastRun: runOf({ state: 'failed', problem: createProblem('provider_busy') }),
  }),
};
export const SyncNotStarted: Story = { args: atDone({}, new ApiProblem('timeout', 0, null)) };
