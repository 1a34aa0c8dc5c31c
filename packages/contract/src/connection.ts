import * as z from 'zod/mini';
import { answerEnum, calendarDateSchema, currencySchema, idSchema, instantSchema } from './primitives.ts';
import { problemSchema } from './problem.ts';

/** An accounting connection: the business' link to one company in its accounting system. */
export const connectionSchema = z.object({
  id: idSchema,
  provider: z.string(),
  providerName: z.string(),
  environment: z.string(),
  realmId: z.string(),
  companyName: z.string(),
  homeCurrency: z.nullable(currencySchema),
  /** `kit`: signed in here. `host`: the host signs in and lends its tokens. */
  ownership: answerEnum(['kit', 'host']),
  status: answerEnum(['connected', 'reconnect_required', 'disconnected']),
  /** What else the host uses the connection for, in its own words, e.g. "Item sync". */
  uses: z.array(z.string()),
  /** The sales channel on the connection, if there is one. */
  channelId: z.nullable(idSchema),
  connectedAt: instantSchema,
  /** When the authorisation ends unless somebody signs in again; null where that is not known. */
  authorizationEndsAt: z.nullable(instantSchema),
});
export type Connection = z.infer<typeof connectionSchema>;

export const startAuthorizationSchema = z.strictObject({
  provider: z.string().check(z.minLength(1), z.maxLength(40)),
  /** Reconnects this connection; without it a new one is made. */
  connectionId: z.optional(idSchema),
  /** Where a full-page sign-in comes back to; its origin must be one of the session's. */
  returnTo: z.optional(z.url({ protocol: /^https?$/ }).check(z.maxLength(2000))),
});
export type StartAuthorization = z.infer<typeof startAuthorizationSchema>;

/** One sign-in at the provider, from the click to its end. The state here is the truth, whatever a window says. */
export const authorizationSchema = z.object({
  id: idSchema,
  status: answerEnum(['pending', 'succeeded', 'failed', 'expired']),
  connectionId: z.nullable(idSchema),
  problem: z.nullable(problemSchema),
  expiresAt: instantSchema,
});
export type Authorization = z.infer<typeof authorizationSchema>;

export const startedAuthorizationSchema = z.extend(authorizationSchema, {
  /** The BFF's own page that the browser which asked opens, once, within a minute or so. */
  startUrl: z.url(),
});
export type StartedAuthorization = z.infer<typeof startedAuthorizationSchema>;

/** What a first sync from a date would bring. */
export const previewSchema = z.object({
  from: calendarDateSchema,
  documents: z.object({ invoice: z.number(), sales_receipt: z.number(), credit_memo: z.number() }),
  total: z.number(),
  /** Calls the provider meters. */
  providerCalls: z.number(),
  seconds: z.number(),
});
export type Preview = z.infer<typeof previewSchema>;
