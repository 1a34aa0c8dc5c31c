import type { ProviderSale } from '@sales-channels/bff/provider';
import { describe, expect, test } from 'vitest';
import { discount, item, subtotal, whole } from '../testing/documents.ts';
import { readSales } from './sale.ts';

async function read(document: object): Promise<ProviderSale> {
  const { sales, unreadable } = await readSales('invoice', [document]);
  expect(unreadable).toEqual([]);
  return sales[0] as ProviderSale;
}

test('F-11 a whole invoice, money as exact decimals', async () => {
  expect(await read(whole)).toEqual({
    type: 'invoice',
    externalId: '130',
    number: '1037',
    customer: { externalId: '24', name: 'Sonnenschein' },
    date: '2026-05-04',
    dueDate: '2026-06-03',
    currency: 'EUR',
    exchangeRate: '1.0842',
    lines: [
      {
        kind: 'item',
        itemId: '5',
        itemName: 'Pump 5',
        description: 'Pump',
        quantity: '3',
        unitPrice: '111.75',
        amount: '335.25',
        taxCode: 'TAX',
        className: 'Wholesale',
        group: null,
      },
    ],
    discount: '0',
    shipping: '0',
    tax: '26.82',
    total: '362.07',
    balance: '62.07',
    note: 'by phone',
    isAllZero: false,
    isVoid: false,
    createdAt: new Date('2026-05-04T22:04:05Z'),
    updatedAt: new Date('2026-11-05T16:00:00Z'),
  });
});

test('what may be left out is null, and a receipt without a customer is a sale', async () => {
  const { Id, TxnDate, TotalAmt, MetaData } = whole;
  const { sales } = await readSales('sales_receipt', [{ Id, TxnDate, TotalAmt, MetaData }]);
  expect(sales).toMatchObject([
    {
      number: null,
      customer: null,
      dueDate: null,
      currency: null,
      exchangeRate: null,
      note: null,
      lines: [],
      tax: '0',
      balance: '0',
    },
  ]);
});

test.each([
  ['a customer that is none', { CustomerRef: [] }, { customer: null }],
  ['a customer in words', { CustomerRef: 'Sonnenschein' }, { customer: null }],
  [
    'a customer with a number',
    { CustomerRef: { value: 24 } },
    { customer: { externalId: '24', name: '24' } },
  ],
  [
    'a customer without an id',
    { CustomerRef: { value: {}, name: 'A' } },
    { customer: { externalId: null, name: 'A' } },
  ],
  ['a number that is one', { DocNumber: 1037 }, { number: '1037' }],
  ['a number that is neither', { DocNumber: true }, { number: null }],
  ['a note that is a list', { PrivateNote: ['x'] }, { note: null }],
  ['a due date that is none', { DueDate: 'soon' }, { dueDate: null }],
  ['no balance', { Balance: null }, { balance: '0' }],
])('what only describes may be odd: %s', async (_name, change, expected) => {
  expect(await read({ ...whole, ...change })).toMatchObject(expected);
});

describe('G-04 voids', () => {
  const zero = {
    ...whole,
    PrivateNote: 'Voided - by phone',
    Line: [item(0, 0), subtotal(0)],
    TxnTaxDetail: { TotalTax: 0 },
    TotalAmt: 0,
    Balance: 0,
  };

  test('zeros with the note are a void', async () => {
    expect(await read(zero)).toMatchObject({ isAllZero: true, isVoid: true });
  });

  test('zeros in a company that speaks another language are left to the caller', async () => {
    expect(await read({ ...zero, PrivateNote: 'Annulé' })).toMatchObject({ isAllZero: true, isVoid: false });
  });

  test('a note alone voids nothing', async () => {
    expect(await read({ ...whole, PrivateNote: 'Voided by mistake' })).toMatchObject({
      isAllZero: false,
      isVoid: false,
    });
  });

  test.each([
    [
      'a full discount',
      { Line: [item(100, 2), discount(100, { PercentBased: true, DiscountPercent: 100 })] },
    ],
    ['goods given away', { Line: [item(0, 2)] }],
    ['an open balance', { Balance: 5 }],
    ['tax alone', { TxnTaxDetail: { TotalTax: 1 } }],
    [
      'a bundle of free things',
      { Line: [{ DetailType: 'GroupLineDetail', GroupLineDetail: { Quantity: 0, Line: [item(0, 1)] } }] },
    ],
  ])('%s is not zero throughout', async (_name, change) => {
    expect(await read({ ...zero, ...change })).toMatchObject({ isAllZero: false, isVoid: false });
  });
});

describe('one document that cannot be read stops no other', () => {
  test.each([
    ['a total beyond exact numbers', { TotalAmt: 1e21 }, 'TotalAmt'],
    ['a total in words', { TotalAmt: 'NaN' }, 'TotalAmt'],
    ['no total', { TotalAmt: undefined }, 'TotalAmt'],
    ['a total that is true', { TotalAmt: true }, 'TotalAmt'],
    ['a total beyond all numbers', JSON.parse('{"TotalAmt":1e400}') as object, 'TotalAmt'],
    ['no instants', { MetaData: undefined }, 'MetaData'],
    [
      'an instant that is none',
      { MetaData: { CreateTime: whole.MetaData.CreateTime } },
      'MetaData.LastUpdatedTime',
    ],
    ['a line amount that is an object', { Line: [{ ...item(1, 1), Amount: {} }] }, 'Line.0.Amount'],
    ['an impossible date', { TxnDate: '2026-02-30' }, 'TxnDate'],
    [
      'a time without offset',
      { MetaData: { ...whole.MetaData, CreateTime: '2026-05-04T15:04:05' } },
      'MetaData.CreateTime',
    ],
    ['lines that are no list', { Line: 'none' }, 'Line'],
  ])('%s', async (_name, change, path) => {
    const { sales, unreadable } = await readSales('invoice', [
      { ...whole, ...change },
      { ...whole, Id: '131' },
    ]);
    expect(sales.map(({ externalId }) => externalId)).toEqual(['131']);
    expect(unreadable).toMatchObject([{ type: 'invoice', externalId: '130', number: '1037' }]);
    expect(unreadable[0]?.reason).toMatch(new RegExp(`^${path}: `));
  });

  test.each([null, 5, 'x', [], {}])('%j instead of a document', async (row) => {
    const { unreadable } = await readSales('invoice', [row]);
    expect(unreadable).toMatchObject([{ externalId: null, number: null }]);
  });
});

test.each([
  [0.1, '0.1'],
  [1204.5, '1204.5'],
  [-3, '-3'],
  [1e-7, '0.0000001'],
  [999_999_999_999.99, '999999999999.99'],
  ['12.50', '12.5'],
])('%j becomes %s', async (TotalAmt, total) => {
  expect((await read({ ...whole, TotalAmt })).total).toBe(total);
});
