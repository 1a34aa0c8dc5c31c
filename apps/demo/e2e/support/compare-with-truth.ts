import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Sale } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { Truth } from '@sales-channels/quickbooks-emulator';
import { Big } from 'big.js';
import { readFeed } from './read-feed.ts';

interface CompareOptions {
  client: SalesChannelsClient;
  emulatorUrl: string;
  realmId: string;
  /** What was known of the company's sales before they were voided: they keep it. Without, their amounts are not compared. */
  before?: SaleAmounts;
  /** Only documents dated on or after it, `YYYY-MM-DD`; all unless given. */
  since?: string;
}

/** Total and sum of the lines of each sale, by its type and id at the provider. */
export type SaleAmounts = ReadonlyMap<string, string>;

export interface Comparison {
  /** Documents the company really has. */
  documents: number;
  /** Of those, the ones Sales Channels has exactly. */
  matched: number;
  /** The first differences, in words; none when everything is as it should be, and nothing is there that should not. */
  differences: string[];
}

/** What is compared of a document: its state, date and currency, then its amounts. */
interface Facts {
  head: string;
  amounts: string;
}

type SaleFacts = Facts & { state: Sale['state']; revision: number };

const TYPES: Record<Truth['type'], Sale['type']> = {
  Invoice: 'invoice',
  SalesReceipt: 'sales_receipt',
  CreditMemo: 'credit_memo',
};
const MAX_DIFFERENCES = 20;

/** Compares each sale of the feed with the document it stands for: id, state, date, currency, total, sum of its lines. */
export async function compareWithTruth(options: CompareOptions): Promise<Comparison> {
  const sales = await readSales(options);
  const differences: string[] = [];
  const report = (line: string) => differences.length < MAX_DIFFERENCES && differences.push(line);
  let documents = 0;
  let matched = 0;
  for await (const truth of readTruth(options)) {
    const key = `${TYPES[truth.type]} ${truth.id}`;
    const sale = sales.get(key);
    sales.delete(key);
    // Deleted before anybody imported it: nobody can know of it.
    if (!sale && truth.state === 'deleted') continue;
    documents += 1;
    const difference = sale
      ? differenceOf(factsOfTruth(truth), sale, options.before?.get(key))
      : 'is missing';
    if (difference === null) matched += 1;
    else report(`${key} ${difference}`);
  }
  for (const key of sales.keys()) report(`${key} is a sale nobody made`);
  return { documents, matched, differences };
}

/** The amounts that the sales of a company have now. */
export async function readAmounts(options: Pick<CompareOptions, 'client' | 'realmId'>): Promise<SaleAmounts> {
  return new Map([...(await readSales(options))].map(([key, { amounts }]) => [key, amounts]));
}

function differenceOf(truth: Facts, sale: SaleFacts, before?: string): string | null {
  // A sale voided after its import keeps the amounts it had; the document of a void has zeros by then.
  const isKept = sale.state === 'voided' && sale.revision > 1;
  const isZeroed = isKept && truth.head.startsWith('voided');
  const amounts = (isKept ? before : undefined) ?? (isZeroed ? sale.amounts : truth.amounts);
  return truth.head === sale.head && amounts === sale.amounts
    ? null
    : `is ${sale.head} ${sale.amounts}, should be ${truth.head} ${amounts}`;
}

async function readSales({
  client,
  realmId,
}: Pick<CompareOptions, 'client' | 'realmId'>): Promise<Map<string, SaleFacts>> {
  const sales = new Map<string, SaleFacts>();
  for await (const { sale } of readFeed(client)) {
    if (sale.realmId === realmId) sales.set(`${sale.type} ${sale.externalId}`, factsOfSale(sale));
  }
  return sales;
}

async function* readTruth({ emulatorUrl, realmId, since }: CompareOptions): AsyncGenerator<Truth> {
  const query = new URLSearchParams({ realm: realmId, ...(since !== undefined && { since }) });
  const response = await fetch(`${emulatorUrl}/control/truth?${query.toString()}`);
  if (!response.ok || !response.body) throw new Error(`The emulator answered ${response.status}.`);
  const input = Readable.fromWeb(response.body as ReadableStream);
  for await (const line of createInterface({ input })) yield JSON.parse(line) as Truth;
}

function factsOfTruth({ type, state, txnDate, currency, total, lineSum }: Truth): Facts {
  const signed = type === 'CreditMemo' ? new Big(total).times(-1) : new Big(total);
  return { head: `${state} ${txnDate} ${currency}`, amounts: `${exact(signed)} ${exact(new Big(lineSum))}` };
}

function factsOfSale({ state, voidReason, date, currency, total, lines, revision }: Sale): SaleFacts {
  const sum = lines.reduce((added, { amount }) => added.plus(amount), new Big(0));
  const stateInWords = voidReason === 'deleted_at_source' ? 'deleted' : state;
  return {
    head: `${stateInWords} ${date} ${currency}`,
    amounts: `${exact(new Big(total))} ${exact(sum)}`,
    state,
    revision,
  };
}

/** With as many decimals everywhere; minus zero is zero. */
const exact = (amount: Big): string => (amount.eq(0) ? new Big(0) : amount).toFixed(4);
