import type { Run } from '@sales-channels/contract';
import type { WizardStepId } from '../connect-wizard/connect-wizard.machine.ts';

/** What is done with the kit, by name, with ids only: nothing in it names a company, a customer or an amount. */
export type SalesChannelsEvent =
  | { name: 'wizard_opened' }
  /** A step is shown, the first one too. */
  | { name: 'wizard_step'; step: WizardStepId }
  /** Somebody closed the wizard; at `done` the channel was made. */
  | { name: 'wizard_left'; step: WizardStepId }
  /** `connectionId` is the one that is signed in to again; null for a new one. */
  | { name: 'sign_in_started'; provider: string; connectionId: string | null }
  /** `canceled`: it is waited for no more. After a sign-in in the whole page this is told where the page came back. */
  | { name: 'sign_in_ended'; status: 'succeeded' | 'failed' | 'canceled'; connectionId: string | null }
  | {
      name: 'channel_created' | 'channel_activated' | 'channel_deactivated' | 'channel_removed';
      channelId: string;
    }
  /** Somebody asked for a sync, and it was begun. */
  | { name: 'sync_requested'; channelId: string; runId: string }
  /** A sync ended, whoever or whatever asked for it; once a run. */
  | { name: 'sync_finished'; channelId: string; runId: string; state: Run['state'] }
  | { name: 'connection_disconnected'; connectionId: string }
  | { name: 'manual_sale_created' | 'manual_sale_voided'; saleId: string };
