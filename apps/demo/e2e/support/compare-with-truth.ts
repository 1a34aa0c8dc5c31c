import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Sale } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { Truth } from '@sales-channels/quickbooks-emulator';
import { Big } from 'big.js';

interface CompareOptions {
  client: SalesChannelsClient;
  emulatorUrl: string;
  realmId: string;
  /** Only documents dated on or after it, `YYYY-MM-DD`; all unless given. */
  since?: string;
}

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
    const difference = sale ? differenceOf(factsOfTruth(truth), sale) : 'is missing';
    if (difference === null) matched += 1;
    else report(`${key} ${difference}`);
  }
  for (const key of sales.keys()) report(`${key} is a sale nobody made`);
  return { documents, matched, differences };
}

const differenceOf = (truth: Facts, sale: Facts): string | null =>
  truth.head === sale.head && (sale.amounts === '' || truth.amounts === sale.amounts)
    ? null
    : `is ${sale.head} ${sale.amounts}, should be ${truth.head} ${truth.amounts}`;

async function readSales({ client, realmId }: CompareOptions): Promise<Map<string, Facts>> {
  const sales = new Map<string, Facts>();
  for (let after: string | undefined, hasMore = true; hasMore;) {
    const page = await client.listChanges({ query: { limit: 1000, ...(after !== undefined && { after }) } });
    for (const { sale } of page.items) {
      if (sale.realmId === realmId) sales.set(`${sale.type} ${sale.externalId}`, factsOfSale(sale));
    }
    after = page.cursor;
    hasMore = page.hasMore;
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

function factsOfSale({ state, voidReason, date, currency, total, lines, revision }: Sale): Facts {
  const sum = lines.reduce((added, { amount }) => added.plus(amount), new Big(0));
  const stateInWords = voidReason === 'deleted_at_source' ? 'deleted' : state;
  // A sale voided after its import keeps the amounts it had; the document has zeros by then.
  const isKept = state === 'voided' && revision > 1;
  return {
    head: `${stateInWords} ${date} ${currency}`,
    amounts: isKept ? '' : `${exact(new Big(total))} ${exact(sum)}`,
  };
}

/** With as many decimals everywhere; minus zero is zero. */
const exact = (amount: Big): string => (amount.eq(0) ? new Big(0) : amount).toFixed(4);
