import { ProviderError } from '../provider/provider-error.ts';
import type { ProviderSale, SaleType } from '../provider/provider-sale.ts';
import type {
  AccountingProvider,
  DatedQuery,
  PageCursor,
  ProviderAccess,
  ProviderCall,
} from '../provider/provider.ts';

type Deleted = { type: SaleType; externalId: string; at: Date };

export interface ScriptedProvider extends AccountingProvider {
  /** Documents the company has now. */
  documents: ProviderSale[];
  deleted: Deleted[];
  /** Every data call so far. */
  calls: { kind: ProviderCall['kind']; type?: SaleType; accessToken: string }[];
  /** Runs before each data call answers; throw to fail it, wait to hold it. */
  before: (call: {
    kind: ProviderCall['kind'];
    type?: SaleType;
    accessToken: string;
  }) => void | Promise<void>;
  truncatesAt: number;
}

/** A provider whose company is a list in memory: for what the sync does, not for what QuickBooks does. */
export function createScriptedProvider({ pageSize = 3, now = () => new Date() } = {}): ScriptedProvider {
  const answer = async (access: ProviderAccess, kind: ProviderCall['kind'], type?: SaleType) => {
    const call = { kind, ...(type && { type }), accessToken: access.accessToken };
    provider.calls.push(call);
    const serverTime = now();
    await provider.before(call);
    access.signal?.throwIfAborted();
    access.onCall?.({ kind, status: 200, metered: true });
    return serverTime;
  };
  const inScope = ({ type, from, before }: DatedQuery) =>
    provider.documents.filter(
      ({ type: other, date }) => other === type && date >= from && (before === undefined || date < before),
    );
  const page = (all: ProviderSale[], cursor: PageCursor | undefined) => {
    const start = Number(cursor?.['start'] ?? 0);
    const found = all.slice(start, start + pageSize);
    return {
      sales: structuredClone(found),
      unreadable: [],
      next: found.length === pageSize ? { start: start + pageSize } : null,
    };
  };

  const provider: ScriptedProvider = {
    id: 'scripted',
    name: 'Scripted Books',
    environment: 'test',
    pace: { perSecond: 100, perMinute: 6000, atOnce: 3 },
    meteringTimeZone: 'America/Los_Angeles',
    documents: [],
    deleted: [],
    calls: [],
    before: () => {},
    truncatesAt: 1000,
    authorizationUrl: ({ state }) => `https://books.example/authorize?state=${state}`,
    exchange: () => Promise.reject(new ProviderError('rejected', 'No sign-in here')),
    refresh: () => Promise.reject(new ProviderError('invalid_grant', 'No sign-in here')),
    revoke: async () => {},
    company: async (access) => {
      await answer(access, 'company');
      return { realmId: access.realmId, name: 'Scripted Ltd', homeCurrency: 'USD' };
    },
    async count(access, query) {
      await answer(access, 'count', query.type);
      return inScope(query).length;
    },
    async pageSince(access, { cursor, ...query }) {
      const serverTime = await answer(access, 'page', query.type);
      return { ...page(inScope(query), cursor), serverTime };
    },
    async updatedSince(access, { type, since, cursor }) {
      const serverTime = await answer(access, 'page', type);
      const changed = provider.documents
        .filter((document) => document.type === type && document.updatedAt >= since)
        .toSorted((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime());
      return { ...page(changed, cursor), serverTime };
    },
    async documentsById(access, { type, externalIds }) {
      const serverTime = await answer(access, 'documents', type);
      const sales = provider.documents.filter(
        (document) => document.type === type && externalIds.includes(document.externalId),
      );
      return { sales: structuredClone(sales), unreadable: [], serverTime };
    },
    changesKeptDays: 30,
    async changesSince(access, { types, since }) {
      const serverTime = await answer(access, 'changes');
      const sales = provider.documents.filter(
        ({ type, updatedAt }) => types.includes(type) && updatedAt >= since,
      );
      const deleted = provider.deleted.filter(({ type, at }) => types.includes(type) && at >= since);
      const room = provider.truncatesAt;
      return {
        sales: structuredClone(sales.slice(0, room)),
        deleted: deleted.slice(0, Math.max(0, room - sales.length)),
        unreadable: [],
        truncated: sales.length + deleted.length >= room,
        serverTime,
      };
    },
    readNotification({ headers, body }) {
      if (headers['scripted-signature'] !== 'valid') return null;
      const told = JSON.parse(Buffer.from(body).toString()) as {
        realmId: string;
        changedAt: string | null;
      }[];
      return told.map(({ realmId, changedAt }) => ({
        realmId,
        changedAt: changedAt === null ? null : new Date(changedAt),
      }));
    },
    documentUrl: ({ type, externalId }) => `https://books.example/${type}/${externalId}`,
  };
  return provider;
}

/** A document of the scripted company. */
export function scriptedSale(externalId: string, fields: Partial<ProviderSale> = {}): ProviderSale {
  const at = new Date(Date.now() - 3_600_000);
  const total = fields.total ?? '10.10';
  return {
    type: 'invoice',
    externalId,
    number: `N-${externalId}`,
    customer: { externalId: '1', name: 'Harbour Works' },
    date: '2026-03-05',
    dueDate: null,
    currency: 'USD',
    exchangeRate: null,
    lines: [
      {
        kind: 'item',
        itemId: '5',
        itemName: 'Bracket',
        description: null,
        quantity: '1',
        unitPrice: total,
        amount: total,
        taxCode: null,
        className: null,
        group: null,
      },
    ],
    discount: '0',
    shipping: '0',
    tax: '0',
    total,
    balance: '0',
    note: null,
    isVoid: false,
    isAllZero: false,
    createdAt: at,
    updatedAt: at,
    ...fields,
  };
}
