import type { Switches } from './switches.ts';
import type { WebhookEndpoint } from './webhooks/delivery.ts';

/** A company to emulate. */
export interface CompanySeed {
  readonly realmId: string;
  readonly name: string;
  /** ISO 4217; `USD` unless given. */
  readonly homeCurrency?: string;
  /** Currencies some customers are billed in; `['EUR', 'JPY']` unless given. Empty turns multicurrency off. */
  readonly otherCurrencies?: readonly string[];
  /** ISO 3166 alpha-2; `US` unless given. Elsewhere documents carry GlobalTaxCalculation and numbered tax codes. */
  readonly country?: string;
  /** Documents of each type, or one count per type; 100 each unless given. */
  readonly documents?: number | DocumentCounts;
  /** False leaves it off the authorisation page's list; it can be authorised all the same. */
  readonly isListed?: boolean;
  /** First TxnDate (`YYYY-MM-DD`); 24 months before `to` unless given. */
  readonly from?: string;
  /** Last TxnDate (`YYYY-MM-DD`); the day of the emulator's start unless given. */
  readonly to?: string;
}

export interface DocumentCounts {
  readonly invoices: number;
  readonly salesReceipts: number;
  readonly creditMemos: number;
}

export interface EmulatorOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** `127.0.0.1` unless given. */
  readonly host?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  /** Redirect URIs of the app, compared character by character. More can be registered through the control API. */
  readonly redirectUris?: readonly string[];
  readonly companies?: readonly CompanySeed[];
  /** `service` delays every data response by 0.3 to 1.8 s, a number by as many milliseconds. */
  readonly latency?: Switches['latency'];
  /** Seed of everything generated; 1 unless given. */
  readonly seed?: number;
  /** Where the emulator's clock starts; the real time unless given. */
  readonly now?: Date;
  readonly switches?: Partial<Switches>;
  /** Name of the app on the authorisation page; `Sales Channels` unless given. */
  readonly appName?: string;
  /** Where the app is told of changes; nowhere unless given. */
  readonly webhook?: WebhookEndpoint;
  /**
   * File in which everything is kept between runs. When it is there, the emulator goes on from it, and `companies`,
   * `seed` and `now` are not looked at.
   */
  readonly stateFile?: string;
}

/** The companies there are when none are asked for. */
export const defaultCompanies: readonly CompanySeed[] = [
  {
    realmId: '9341450000000001',
    name: 'Brightwater Supplies LLC',
    documents: { invoices: 620, salesReceipts: 480, creditMemos: 140 },
  },
  {
    realmId: '9341450000000002',
    name: 'Kestrel Components Inc',
    otherCurrencies: [],
    documents: { invoices: 300, salesReceipts: 200, creditMemos: 40 },
  },
  {
    realmId: '9341450000000003',
    name: 'Copperfield Trading Ltd',
    homeCurrency: 'GBP',
    otherCurrencies: ['EUR'],
    country: 'GB',
    documents: { invoices: 60, salesReceipts: 40, creditMemos: 10 },
  },
];
