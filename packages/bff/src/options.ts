import * as z from 'zod';
import type { Logger } from './logger.ts';
import type { AccountingProvider } from './provider/provider.ts';
import type { Entitlements, Product, Sale, SaleLine } from '@sales-channels/contract';

const keyRing = z
  .record(z.string().min(1), z.string().min(1))
  .refine((keys) => Object.keys(keys).length > 0, 'At least one key is needed.');

/** The plain values among the options, checked at start so that a wrong one is told before the first request. */
export const settingsSchema = z.object({
  databaseUri: z.string().regex(/^mongodb(\+srv)?:\/\//, 'A mongodb:// URI is needed.'),
  databaseName: z.string().min(1).default('sales-channels'),
  /** Where browsers reach the router; the sign-in's redirect URI is `{publicUrl}/connect/callback`. */
  publicUrl: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, '')),
  /** The host product's name, shown on the sign-in's page. */
  productName: z.string().min(1),
  /** Session secrets by key id; keep the old one for 15 minutes when rotating. */
  sessionSecrets: keyRing,
  encryption: z
    .object({
      /** Base64 of 32 random bytes each, by key id. Old keys stay until everything is encrypted with the new one. */
      keys: keyRing,
      currentKeyId: z.string(),
    })
    .refine(({ keys, currentKeyId }) => currentKeyId in keys, 'currentKeyId names no key.'),
  /**
   * What the host uses connections for that are signed in to here, in words people know, e.g. `['Item sync']`: it is named
   * before one is disconnected.
   */
  connectionUses: z.array(z.string().trim().min(1)).readonly().optional(),
  /** How many days back an initial sync date may lie; no limit by default. */
  maxLookBackDays: z.number().int().positive().optional(),
  /**
   * Minutes between the syncs a channel starts by itself, a tenth more or less; null for none. What failed is tried again,
   * and what the provider tells of is read, all the same.
   */
  syncEveryMinutes: z.number().int().min(15).max(1440).nullable().default(360),
  /**
   * How many metered calls of a provider a calendar month may have, of all businesses together; beyond it nothing is synced
   * until the next month. Keep it below what the provider allows, which turns away everybody at once. No limit by default.
   */
  monthlyProviderCalls: z.number().int().positive().optional(),
  /** The same for each business by itself. */
  monthlyProviderCallsPerBusiness: z.number().int().positive().optional(),
  /** Milliseconds that any callback below is waited for; what comes later counts as a failure. */
  hostTimeoutMs: z.number().int().positive().default(15_000),
});

/** A connection the host signed in itself and lends to the kit. */
export interface HostConnection {
  provider: string;
  realmId: string;
  companyName: string;
  homeCurrency: string | null;
  status: 'connected' | 'reconnect_required';
  /** What the host uses it for, in words people know, e.g. "Item sync". */
  uses: string[];
}

export interface HostConnections {
  /** The connections a business has at the host. */
  list(businessId: string): Promise<HostConnection[]>;
  /**
   * An access token that is good now; null when there is none, and the connection then shows that the host has to sign in
   * again. The kit never refreshes it. What it throws is taken for a failure that passes, and tried again.
   */
  getAccessToken(connection: {
    businessId: string;
    provider: string;
    realmId: string;
  }): Promise<string | null>;
}

/** The host's products, for sales entered by hand. What either of these throws is told as `products_unavailable`. */
export interface HostProducts {
  /**
   * Products of a business that a text finds, best first; an empty text asks for some to begin with. The first twenty are
   * shown.
   */
  search(businessId: string, text: string): Promise<Product[]>;
  /** Those of some products, at most 200, that the business has; the others are left out of the answer. */
  find(businessId: string, productIds: string[]): Promise<Product[]>;
}

/** A connection that needs a new sign-in. */
export interface ReconnectRequired {
  /** One for each time the connection stops working. */
  incidentId: string;
  businessId: string;
  connectionId: string;
  companyName: string;
  /** Its id, e.g. `quickbooks`. */
  provider: string;
  /** The sales channel on the connection, if there is one. */
  channelId: string | null;
  /** When it was noticed, an ISO instant. */
  at: string;
}

export interface SalesChannelsBffOptions extends z.input<typeof settingsSchema> {
  providers: AccountingProvider[];
  hostConnections?: HostConnections;
  /** Why sales tracking cannot be enabled now, in words for people; null when it can. */
  salesTrackingPrerequisite?: (businessId: string) => Promise<string | null>;
  /**
   * What a business' plan allows now. Workers ask it when a sync begins and before each page, so answer from memory where
   * you can. Without it, with null, or when it throws, they go by what the business' last session said.
   */
  entitlements?: (businessId: string) => Promise<Entitlements | null>;
  /** Names the host's product behind a line, or why there is none. */
  matchLine?: (businessId: string, line: SaleLine) => Promise<SaleLine['match']>;
  /** Lets lines of sales entered by hand name products of the host's; without it they are words only. */
  products?: HostProducts;
  /**
   * Called after sales were stored, with up to 1,000 of a business as they are by then; again once it has returned. A hint, not
   * a queue: of a host that is more than 10,000 sales behind, or whose process ends, some are never told. The feed is what
   * loses nothing.
   */
  onSalesChanged?: (event: { businessId: string; sales: Sale[] }) => void | Promise<void>;
  /**
   * Called once when a connection comes to need a new sign-in, whoever noticed; again with the same `incidentId` when it
   * threw or its process ended before it returned. The incident ends when somebody signs in.
   */
  onReconnectRequired?: (event: ReconnectRequired) => void | Promise<void>;
  /** The clock; real time by default. */
  clock?: () => Date;
  logger?: Logger;
}
