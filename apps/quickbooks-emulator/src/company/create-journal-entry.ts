import type { ServiceError } from '../http/bodies.ts';
import { parseDecimal } from '../numbers/money.ts';
import { formatDay, parseDay } from '../time/calendar-day.ts';
import { pacificDay } from '../time/pacific-time.ts';
import { accountIds } from './company-records.ts';
import type { Company } from './company.ts';
import type { JournalEntry } from './journal-entry.ts';

export type CreatedEntry =
  | { readonly kind: 'created'; readonly entry: JournalEntry }
  | { readonly kind: 'fault'; readonly error: ServiceError };

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === 'object' ? (value as Fields) : {};
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

const fault = (message: string, detail: string, code: string, element = ''): CreatedEntry => ({
  kind: 'fault',
  error: { message, detail, code, element },
});

/** Creates a journal entry whose debits and credits balance; amounts in the home currency. */
export function createJournalEntry(company: Company, body: unknown, now: number): CreatedEntry {
  const fields = fieldsOf(body);
  const lines = Array.isArray(fields['Line']) ? fields['Line'].map(fieldsOf) : [];
  if (lines.length < 2)
    return fault(
      'Required param missing, need to supply the required value for the API',
      'Required parameter Line is missing in the request',
      '2020',
      'Line',
    );
  let balance = 0;
  for (const line of lines) {
    const detail = fieldsOf(line['JournalEntryLineDetail']);
    const amount = parseDecimal(String(line['Amount']), 4);
    const posting = detail['PostingType'];
    if (amount === undefined || amount < 0 || (posting !== 'Debit' && posting !== 'Credit')) {
      return fault(
        'Invalid Number',
        'Each line needs an Amount and a PostingType of Debit or Credit.',
        '2090',
        'Line',
      );
    }
    const account = textOf(fieldsOf(detail['AccountRef'])['value']);
    if (account === undefined || !accountIds.has(account)) {
      return fault(
        'Invalid Reference Id',
        `Invalid Reference Id : Accounts element id ${account ?? ''} not found`,
        '2500',
        'AccountRef',
      );
    }
    balance += posting === 'Debit' ? amount : -amount;
  }
  if (balance !== 0) {
    return fault(
      'A business validation error has occurred while processing your request',
      'Business Validation Error: The debits and credits of the journal entry must be equal.',
      '6000',
    );
  }
  const date = textOf(fields['TxnDate']);
  if (date !== undefined && parseDay(date) === undefined) {
    return fault('Invalid Date', `Date value ${date} is not a date like 2026-01-31`, '2050', 'TxnDate');
  }
  const entry: JournalEntry = {
    id: String(company.takeTransactionId()),
    created: now,
    txnDate: date ?? formatDay(pacificDay(now)),
    docNumber: textOf(fields['DocNumber']),
    privateNote: textOf(fields['PrivateNote']),
    currency: textOf(fieldsOf(fields['CurrencyRef'])['value']) ?? company.homeCurrency,
    lines: lines.map((line, index) => ({ Id: String(index), ...line, DetailType: 'JournalEntryLineDetail' })),
  };
  company.journalEntries.push(entry);
  return { kind: 'created', entry };
}
