import type { Channel } from '@sales-channels/contract';
import type { Format } from '../messages/create-format.ts';
import type { Messages } from '../messages/messages.ts';
import type { Tone } from '../primitives/badge.tsx';

/** One sentence on what keeps a channel from syncing well, and what its row offers against it. */
export interface Trouble {
  /** What it is about: the status, or a code of the channel's attention. */
  about: 'status' | AttentionCode;
  tone: Tone;
  text: string;
  /** When a sync failed, ISO 8601. Apart from the text, which is read out: how long ago changes by the minute. */
  failedAt?: string | null;
  /**
   * `connect_again` is a sign-in after a disconnect, `reconnect` any other. `see_details` and `see_documents` are read in the
   * channel's details. Null also where the row's own button to sync is what helps.
   */
  action: 'reconnect' | 'connect_again' | 'activate' | 'upgrade' | 'see_details' | 'see_documents' | null;
}

export type AttentionCode = Channel['attention'][number];

export interface TroubleContext {
  messages: Messages;
  format: Format;
  isTrackingOn: boolean;
  /** The plan that has room for more connections. */
  moreConnectionsPlan: string | undefined;
  /** When the authorization of the channel's connection ends; null while that is not known. */
  authorizationEndsAt: string | null;
}
