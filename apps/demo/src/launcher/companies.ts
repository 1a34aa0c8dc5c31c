import type { CompanySeed } from '@sales-channels/quickbooks-emulator';

export const BRIGHTWATER_REALM = '9341450000000001';
export const KESTREL_REALM = '9341450000000002';
export const SELF_CHECK_REALM = '9341450000009999';

/** The companies people can pick. @param documents of each type in Kestrel's, which the smoke test imports */
export const companies = (documents: number | undefined): CompanySeed[] => [
  {
    realmId: BRIGHTWATER_REALM,
    name: 'Brightwater Supplies LLC',
    documents: { invoices: 620, salesReceipts: 480, creditMemos: 140 },
  },
  {
    realmId: KESTREL_REALM,
    name: 'Kestrel Components Inc',
    documents: documents ?? { invoices: 300, salesReceipts: 200, creditMemos: 40 },
  },
  {
    realmId: '9341450000000003',
    name: 'Copperfield Trading Ltd',
    homeCurrency: 'GBP',
    otherCurrencies: ['EUR'],
    country: 'GB',
    documents: { invoices: 60, salesReceipts: 40, creditMemos: 10 },
  },
  {
    realmId: SELF_CHECK_REALM,
    name: 'Self-check Company',
    isListed: false,
    documents: { invoices: 620, salesReceipts: 480, creditMemos: 140 },
  },
];
