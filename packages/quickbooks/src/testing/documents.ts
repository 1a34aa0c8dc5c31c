/** Documents as QuickBooks sends them. */
export const item = (Amount: number, Qty?: number, id = '5') => ({
  Id: '1',
  LineNum: 1,
  Description: 'Pump',
  Amount,
  DetailType: 'SalesItemLineDetail',
  SalesItemLineDetail: {
    ItemRef: { value: id, name: 'Pump 5' },
    ...(Qty !== undefined && { Qty, UnitPrice: Amount / (Qty || 1) }),
    TaxCodeRef: { value: 'TAX' },
    ClassRef: { value: '9', name: 'Wholesale' },
  },
});
export const subtotal = (Amount: number) => ({
  Amount,
  DetailType: 'SubTotalLineDetail',
  SubTotalLineDetail: {},
});
export const discount = (Amount: number, detail: object) => ({
  Amount,
  DetailType: 'DiscountLineDetail',
  DiscountLineDetail: detail,
});
export const whole = {
  Id: '130',
  SyncToken: '2',
  domain: 'QBO',
  DocNumber: '1037',
  TxnDate: '2026-05-04',
  DueDate: '2026-06-03',
  CustomerRef: { value: '24', name: 'Sonnenschein' },
  CurrencyRef: { value: 'EUR', name: 'Euro' },
  ExchangeRate: 1.0842,
  PrivateNote: 'by phone',
  Line: [item(335.25, 3), subtotal(335.25)],
  TxnTaxDetail: { TotalTax: 26.82 },
  TotalAmt: 362.07,
  Balance: 62.07,
  MetaData: { CreateTime: '2026-05-04T15:04:05-07:00', LastUpdatedTime: '2026-11-05T08:00:00-08:00' },
};

export const group = (Amount: number | undefined, Line: object[]) => ({
  Id: '4',
  ...(Amount !== undefined && { Amount }),
  Description: 'Starter set',
  DetailType: 'GroupLineDetail',
  GroupLineDetail: { GroupItemRef: { value: '201', name: 'Set' }, Quantity: 3, Line },
});

export const words = (line: object) => ({
  DetailType: 'DescriptionOnly',
  DescriptionLineDetail: {},
  ...line,
});
