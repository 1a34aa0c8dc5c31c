import type { WebhookFormat } from './webhooks/notification-body.ts';

/** What can be set while the emulator runs. Names starting with `guess` mark behaviour nobody has confirmed in public. */
export interface Switches {
  /** Enforce 500 requests a minute and 10 a second per realm. */
  throttle: boolean;
  /** Delay every data response by 0.3 to 1.8 s, or by as many milliseconds. */
  latency: 'none' | 'service' | number;
  /** How changes are told to the app's endpoint: an array of CloudEvents, or `eventNotifications`. */
  webhookFormat: WebhookFormat;
  /** Whether every notification is sent twice, with the same events in it. */
  webhookDuplicates: boolean;
  /** Order of the changes within and between notifications. */
  webhookOrder: 'occurrence' | 'reversed';
  /** Whether notifications get lost on the way, one and all. */
  webhookLost: boolean;
  /** How long the endpoint has for its answer, in milliseconds of real time. */
  webhookTimeoutMilliseconds: number;
  /** Seconds for which changes are gathered into one notification, from the first. */
  guessWebhookGatherSeconds: number;
  /** Whether a notification the endpoint did not acknowledge holds up all later ones. */
  guessWebhookBlocking: boolean;
  /** Seconds until queries and change sets show a change; its times are those of the change all the same. */
  guessVisibleAfterSeconds: number;
  /** Whether a refresh token that was replaced earlier, used once more, ends the whole authorisation. */
  guessOldRefreshTokenRevokes: boolean;
  /** Whether a CDC returns records changed in exactly the second asked for. */
  guessCdcInclusive: boolean;
  /** HTTP status of a CDC that looks back more than 30 days. */
  guessCdcTooOldStatus: number;
  /** Whether the cap of 1,000 objects is shared by the entities of one CDC call. */
  guessCdcCapShared: boolean;
  /** Order of the live objects within one entity of a CDC response. */
  guessCdcOrder: 'ascending' | 'descending';
  /** Seconds for which a rotated refresh token still works. */
  guessRefreshGraceSeconds: number;
  /** How long a refresh takes; a second one with the same token arriving meanwhile is refused. Milliseconds of real time. */
  guessRefreshMilliseconds: number;
  /** Whether such a concurrent refresh also revokes the whole authorisation. */
  guessConcurrentRefreshRevokes: boolean;
  /** Whether a second exchange of an authorisation code revokes what the first one issued. */
  guessSecondExchangeRevokes: boolean;
  /** Whether authorising the same app and company again ends the earlier authorisation. */
  guessReconnectEndsEarlier: boolean;
  /** Life of a refresh token without use; 101 days is what the service has been seen to report. */
  guessRefreshTokenSeconds: number;
  /** Whether STARTPOSITION 0 means 1 or is refused with 4001. */
  guessStartPositionZero: 'one' | 'fault';
  /** What MAXRESULTS above 1,000 does. */
  guessMaxResultsOverCap: 'clamp' | 'fault';
  /** Whether a list of properties after SELECT gives sparse records or a 4000. */
  guessProjections: 'sparse' | 'fault';
  /** Zone of a date-time without offset in a statement. */
  guessOffsetlessZone: 'pacific' | 'utc';
  /** Whether LastUpdatedTime and CreateTime are compared with a finer value than the whole second that is shown. */
  guessSubSecondTimes: boolean;
  /** What totalCount of an Invoice query counts: the records of the page or all that match. */
  guessInvoiceTotalCount: 'page' | 'matching';
  /** Amount on the outside line of a bundle. */
  guessGroupLineAmount: 'mixed' | 'sum' | 'zero' | 'absent';
}

export const defaultSwitches: Readonly<Switches> = {
  throttle: false,
  latency: 'none',
  webhookFormat: 'cloudEvents',
  webhookDuplicates: false,
  webhookOrder: 'occurrence',
  webhookLost: false,
  webhookTimeoutMilliseconds: 3000,
  guessWebhookGatherSeconds: 2,
  guessWebhookBlocking: true,
  guessVisibleAfterSeconds: 0,
  guessOldRefreshTokenRevokes: false,
  guessCdcInclusive: true,
  guessCdcTooOldStatus: 400,
  guessCdcCapShared: true,
  guessCdcOrder: 'ascending',
  guessRefreshGraceSeconds: 0,
  guessRefreshMilliseconds: 40,
  guessConcurrentRefreshRevokes: true,
  guessSecondExchangeRevokes: true,
  guessReconnectEndsEarlier: true,
  guessRefreshTokenSeconds: 8_726_400,
  guessStartPositionZero: 'one',
  guessMaxResultsOverCap: 'clamp',
  guessProjections: 'sparse',
  guessOffsetlessZone: 'pacific',
  guessSubSecondTimes: false,
  guessInvoiceTotalCount: 'page',
  guessGroupLineAmount: 'mixed',
};
