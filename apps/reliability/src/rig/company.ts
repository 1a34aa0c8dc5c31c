import type { Truth } from '@sales-channels/quickbooks-emulator';
import { amountsOf, factsOfTruth, keyOf } from '../truth/facts.ts';
import type { Control } from './control.ts';
import { ControlRefused } from './control.ts';

export type DocumentType = Truth['type'];
export const DOCUMENT_TYPES: readonly DocumentType[] = ['Invoice', 'SalesReceipt', 'CreditMemo'];

export interface CompanyDocument {
  type: DocumentType;
  id: string;
  state: Truth['state'];
}

/** What a document has said while it was active: each date with its amounts. A sale that is void keeps one of them. */
export type History = ReadonlyMap<string, ReadonlySet<string>>;

interface Line {
  DetailType?: string;
  Amount?: number;
  SalesItemLineDetail?: { ItemRef?: { value?: string } };
  GroupLineDetail?: { Line?: Line[] };
}

interface Changed extends CompanyDocument {
  document: { TxnDate?: string; TotalAmt?: number; Line?: Line[] };
}

export interface CompanyOptions {
  realmId: string;
  documents: { invoices: number; salesReceipts: number; creditMemos: number };
  /** First and last date of the documents there are at the start, `YYYY-MM-DD`. */
  from: string;
  to: string;
  seed: number;
}

export type Company = Awaited<ReturnType<typeof createCompany>>;

/** A company of the emulator, and what people do in it. */
export async function createCompany(control: Control, emulatorUrl: string, options: CompanyOptions) {
  const { realmId } = options;
  const documents: CompanyDocument[] = [];
  const history = new Map<string, Set<string>>();
  await control('companies', { ...options, name: `Company ${realmId}` });

  const remember = (key: string, facts: string) =>
    history.set(key, (history.get(key) ?? new Set()).add(facts));

  function note({ document }: Changed, known: CompanyDocument): void {
    if (known.state !== 'active') return;
    const { TxnDate = '', TotalAmt = 0, Line = [] } = document;
    remember(keyOf(known), `${TxnDate} ${amountsOf(known.type, TotalAmt, lineSum(Line))}`);
  }

  /** @param query more for the address, e.g. `&visibleAfterSeconds=30` */
  async function change(
    document: CompanyDocument,
    how: string,
    body: object = {},
    query = '',
  ): Promise<boolean> {
    const path = `documents/${document.type}/${document.id}/${how}?realm=${realmId}${query}`;
    try {
      const changed = await control<Changed>(path, body);
      document.state = changed.state;
      note(changed, document);
      return true;
    } catch (error) {
      // What makes no sense in the company, e.g. paying what is paid or is not to be seen yet, is no change.
      if (error instanceof ControlRefused && [404, 409].includes(error.status)) return false;
      throw error;
    }
  }

  async function truth(): Promise<Truth[]> {
    const response = await fetch(`${emulatorUrl}/control/truth?realm=${realmId}&since=1990-01-01`);
    const lines = (await response.text()).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Truth);
  }

  for (const line of await truth()) {
    const { key, date, amounts } = factsOfTruth(line);
    documents.push({ type: line.type, id: line.id, state: line.state });
    if (line.state === 'active') remember(key, `${date} ${amounts}`);
  }

  return {
    realmId,
    documents: documents as readonly CompanyDocument[],
    history: history as History,
    truth,
    change,
    async create(type: DocumentType, sale: object, query = ''): Promise<CompanyDocument> {
      const { id, ...created } = await control<Changed>(`documents${query}`, {
        realm: realmId,
        type,
        customerName: 'Amber Hill',
        ...sale,
      });
      const document: CompanyDocument = { type, id, state: 'active' };
      documents.push(document);
      note({ id, ...created }, document);
      return document;
    },
    /** Somebody disconnects the app inside the company. */
    revoke: () => control('revoke', { realm: realmId }),
    fault: (fault: object) => control('faults', { ...fault, realm: realmId }),
  };
}

/** As the truth adds them up: lines of items, those inside bundles once, without shipping. */
function lineSum(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => {
    if (line.GroupLineDetail) return sum + lineSum(line.GroupLineDetail.Line ?? []);
    const item = line.SalesItemLineDetail?.ItemRef?.value;
    return line.SalesItemLineDetail && item !== 'SHIPPING_ITEM_ID' ? sum + (line.Amount ?? 0) : sum;
  }, 0);
}
