import { calendarDateSchema, entitlementsSchema, permissionSchema } from '@sales-channels/contract';
import * as z from 'zod';

const originSchema = z
  .string()
  .refine((value) => URL.canParse(value) && new URL(value).origin === value, 'Not an origin');
const timeZoneSchema = z.string().refine((value) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}, 'Not an IANA time zone');

/** What the host's backend vouches for when it hands its browser a session. */
export const sessionSchema = z.object({
  business: z.object({ id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/), name: z.string().min(1).max(200) }),
  user: z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(200) }),
  permissions: z.array(permissionSchema),
  entitlements: entitlementsSchema,
  timeZone: timeZoneSchema,
  homeCurrency: z.string().regex(/^[A-Z]{3}$/),
  /** The day `YYYY-MM-DD` from which on the host tracks stock: importing what was sold before is warned of. */
  stockTrackedSince: z.optional(calendarDateSchema),
  /** Origins whose pages may use the session; a call without an Origin header comes from a server. */
  allowedOrigins: z.array(originSchema).max(20),
});

/** Who asks, for which business, and what they may do. */
export type Session = z.infer<typeof sessionSchema>;
/** A session that came with a request. */
export type VerifiedSession = Session & { issuedAt: Date };
export const SESSION_AUDIENCE = 'sales-channels';
export const SESSION_MAX_SECONDS = 15 * 60;
