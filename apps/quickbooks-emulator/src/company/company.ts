import { mixSeeds, seedOf } from '../numbers/random.ts';
import { parseDay } from '../time/calendar-day.ts';
import { pacificDay } from '../time/pacific-time.ts';
import type { CompanySeed, DocumentCounts } from '../options.ts';
import { createCustomers, type Customer } from './customers.ts';
import {
  createDocumentTable,
  type DocumentTable,
  seededId,
  seededPaymentId,
  type StoredDocument,
} from './document-table.ts';
import { generateSale, type SaleSetting } from './generate-sale.ts';
import { generateTimeline } from './generate-timeline.ts';
import type { JournalEntry } from './journal-entry.ts';
import { saleTypes } from './sale.ts';
import { createWithheldChanges, type WithheldChanges } from './withheld-changes.ts';

/** What a company is generated from; the same origin gives the same company. */
export interface CompanyOrigin {
  readonly seed: CompanySeed;
  readonly generatorSeed: number;
  /** Epoch seconds of its start; everything seeded is at least a day older. */
  readonly startedAt: number;
}

/** A company's origin and all that has happened to it since. */
export interface CompanySnapshot {
  readonly origin: CompanyOrigin;
  readonly lastId: number;
  readonly customers: readonly Customer[];
  readonly journalEntries: readonly JournalEntry[];
  readonly documents: readonly StoredDocument[];
}

export const poisonCodes = ['4002', '10000'] as const;
export type PoisonCode = (typeof poisonCodes)[number];

export interface Company {
  readonly origin: CompanyOrigin;
  readonly realmId: string;
  readonly name: string;
  readonly country: string;
  readonly homeCurrency: string;
  readonly otherCurrencies: readonly string[];
  /** Epoch seconds. */
  readonly createdAt: number;
  readonly customers: Customer[];
  readonly documents: DocumentTable;
  readonly withheld: WithheldChanges;
  readonly journalEntries: JournalEntry[];
  /** Slots of documents that make every query and change set fail which they are in, and the code of the fault. */
  readonly poisoned: Map<number, PoisonCode>;
  /** The next id of the sequence all transactions of the company share. */
  takeTransactionId(): number;
  snapshot(): CompanySnapshot;
  restore(snapshot: CompanySnapshot): void;
}

const daySeconds = 86_400;
const largestCompany = 1_000_000;

export function createCompany(origin: CompanyOrigin): Company {
  const { seed, generatorSeed, startedAt: now } = origin;
  const homeCurrency = seed.homeCurrency ?? 'USD';
  const otherCurrencies = (seed.otherCurrencies ?? ['EUR', 'JPY']).filter((code) => code !== homeCurrency);
  const country = seed.country ?? 'US';
  const lastDay = dayFrom(seed.to, 'to') ?? pacificDay(now);
  const firstDay = dayFrom(seed.from, 'from') ?? lastDay - 730;
  const counts = countsOf(seed);
  if (counts.invoices + counts.salesReceipts + counts.creditMemos > largestCompany) {
    throw new RangeError(`Company ${seed.realmId}: at most ${largestCompany} documents.`);
  }
  if (firstDay > lastDay) throw new RangeError(`Company ${seed.realmId}: "from" is after "to".`);
  const mixed = mixSeeds(generatorSeed, seedOf(seed.realmId));
  const customers = createCustomers(mixed, homeCurrency, otherCurrencies);
  const setting: SaleSetting = {
    seed: mixed,
    homeCurrency,
    isUnitedStates: country === 'US',
    customers: customers.slice(),
  };
  const timeline = generateTimeline(mixed, counts, firstDay, lastDay, now - daySeconds - 60);
  const seeded = timeline.types.length;
  let lastId = seededId(seeded) + 10;
  const journalEntries: JournalEntry[] = [];
  const documents = createDocumentTable(timeline, (slot) =>
    generateSale(setting, {
      slot,
      type: saleTypes[timeline.types[slot] ?? 0] ?? 'Invoice',
      txnDay: timeline.txnDays[slot] ?? 0,
      isVoided: timeline.isVoided[slot] === 1,
      paymentId: String(seededPaymentId(slot)),
    }),
  );
  const withheld = createWithheldChanges(documents);
  return {
    origin,
    realmId: seed.realmId,
    name: seed.name,
    country,
    homeCurrency,
    otherCurrencies,
    createdAt: Math.min(firstDay * daySeconds, now) - 90 * daySeconds,
    customers,
    documents,
    withheld,
    journalEntries,
    poisoned: new Map(),
    takeTransactionId: () => {
      lastId += 1;
      return lastId;
    },
    snapshot: () => ({ origin, lastId, customers, journalEntries, documents: withheld.stored() }),
    restore: (snapshot) => {
      lastId = snapshot.lastId;
      customers.splice(0, customers.length, ...snapshot.customers);
      journalEntries.splice(0, journalEntries.length, ...snapshot.journalEntries);
      documents.restore(snapshot.documents);
    },
  };
}

function countsOf(seed: CompanySeed): DocumentCounts {
  const documents = seed.documents ?? 100;
  if (typeof documents !== 'number') return documents;
  return { invoices: documents, salesReceipts: documents, creditMemos: documents };
}

function dayFrom(text: string | undefined, name: string): number | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`"${name}" must be a date like 2026-01-31, not "${text}".`);
  return day;
}
