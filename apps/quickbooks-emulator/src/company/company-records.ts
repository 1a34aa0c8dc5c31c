import { catalogue, type CatalogueItem } from '../catalogue.ts';
import { seedOf } from '../numbers/random.ts';
import { formatPacificSecond } from '../time/pacific-time.ts';
import type { Company } from './company.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Json } from './render-sale.ts';

const envelope = (id: string, at: number, version = 0) => ({
  domain: 'QBO',
  sparse: false,
  Id: id,
  SyncToken: String(version),
  MetaData: { CreateTime: formatPacificSecond(at), LastUpdatedTime: formatPacificSecond(at) },
});

export function itemRecords(company: Company): Json[] {
  return catalogue.map((item) => itemRecord(item, company.createdAt));
}

function itemRecord(item: CatalogueItem, createdAt: number): Json {
  const shared = {
    Name: item.name,
    Sku: item.sku,
    Description: item.description,
    Active: true,
    FullyQualifiedName: item.name,
    Taxable: item.type !== 'Service',
    Type: item.type,
    ...envelope(item.id, createdAt),
  };
  if (item.type === 'Group') {
    const lines = (item.members ?? []).map((member) => ({
      ItemRef: { value: member.itemId, name: catalogue.find((each) => each.id === member.itemId)?.name },
      Qty: member.quantity,
    }));
    return { ...shared, PrintGroupedItems: true, ItemGroupDetail: { ItemGroupLine: lines } };
  }
  const income = {
    UnitPrice: Number(item.unitPrice),
    IncomeAccountRef: { value: '79', name: 'Sales of Product Income' },
  };
  if (item.type === 'Service') return { ...shared, ...income, TrackQtyOnHand: false };
  return {
    ...shared,
    ...income,
    PurchaseCost: 0,
    ExpenseAccountRef: { value: '80', name: 'Cost of Goods Sold' },
    AssetAccountRef: { value: '81', name: 'Inventory Asset' },
    TrackQtyOnHand: true,
    QtyOnHand: 250,
    InvStartDate: '2020-01-01',
  };
}

export function customerRecords(company: Company): Json[] {
  return company.customers.map((customer) => ({
    Taxable: true,
    DisplayName: customer.name,
    CompanyName: customer.name,
    PrintOnCheckName: customer.name,
    FullyQualifiedName: customer.name,
    Active: true,
    Job: false,
    Balance: 0,
    CurrencyRef: { value: customer.currency },
    PrimaryEmailAddr: { Address: customer.email },
    ...envelope(customer.id, company.createdAt),
  }));
}

const accounts = [
  ['4', 'Undeposited Funds', 'Other Current Asset', 'UndepositedFunds'],
  ['35', 'Checking', 'Bank', 'Checking'],
  ['79', 'Sales of Product Income', 'Income', 'SalesOfProductIncome'],
  ['80', 'Cost of Goods Sold', 'Cost of Goods Sold', 'SuppliesMaterialsCogs'],
  ['81', 'Inventory Asset', 'Other Current Asset', 'Inventory'],
  ['84', 'Accounts Receivable (A/R)', 'Accounts Receivable', 'AccountsReceivable'],
  ['86', 'Discounts given', 'Income', 'DiscountsRefundsGiven'],
  ['90', 'Work in Progress', 'Other Current Asset', 'OtherCurrentAssets'],
] as const;

export const accountIds: ReadonlySet<string> = new Set(accounts.map(([id]) => id));

export function accountRecords(company: Company): Json[] {
  return accounts.map(([id, name, type, subType]) => ({
    Name: name,
    SubAccount: false,
    FullyQualifiedName: name,
    Active: true,
    AccountType: type,
    AccountSubType: subType,
    CurrentBalance: 0,
    CurrencyRef: { value: company.homeCurrency },
    ...envelope(id, company.createdAt),
  }));
}

export function journalEntryRecord(entry: JournalEntry): Json {
  return {
    Adjustment: false,
    ...envelope(entry.id, entry.created),
    ...(entry.docNumber !== undefined && { DocNumber: entry.docNumber }),
    TxnDate: entry.txnDate,
    CurrencyRef: { value: entry.currency },
    ...(entry.privateNote !== undefined && { PrivateNote: entry.privateNote }),
    Line: entry.lines,
    TxnTaxDetail: {},
  };
}

export function companyInfoRecord(company: Company): Json {
  const isUnitedStates = company.country === 'US';
  const address = {
    Id: '1',
    Line1: '410 Harbor Street',
    City: isUnitedStates ? 'Portland' : 'Bristol',
    Country: isUnitedStates ? 'USA' : company.country,
    ...(isUnitedStates && { CountrySubDivisionCode: 'OR' }),
    PostalCode: isUnitedStates ? '97209' : 'BS1 4DJ',
  };
  return {
    CompanyName: company.name,
    LegalName: company.name,
    CompanyAddr: address,
    CustomerCommunicationAddr: address,
    LegalAddr: address,
    PrimaryPhone: { FreeFormNumber: `(503)555-0${100 + (seedOf(company.realmId) % 100)}` },
    CompanyStartDate: formatPacificSecond(company.createdAt).slice(0, 10),
    FiscalYearStartMonth: 'January',
    Country: company.country,
    Email: { Address: 'office@example.com' },
    WebAddr: {},
    SupportedLanguages: 'en',
    NameValue: [
      { Name: 'NeoEnabled', Value: 'true' },
      { Name: 'IndustryType', Value: 'Machinery Manufacturing' },
      { Name: 'SubscriptionStatus', Value: 'PAID' },
      { Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
    ],
    ...envelope('1', company.createdAt, 4),
  };
}

export function preferencesRecord(company: Company): Json {
  return {
    AccountingInfoPrefs: {
      FirstMonthOfFiscalYear: 'January',
      TaxYearMonth: 'January',
      CustomerTerminology: 'Customers',
    },
    ProductAndServicesPrefs: {
      ForSales: true,
      ForPurchase: true,
      QuantityWithPriceAndRate: true,
      QuantityOnHand: true,
    },
    SalesFormsPrefs: {
      AllowDeposit: true,
      AllowDiscount: true,
      AllowShipping: true,
      CustomTxnNumbers: false,
    },
    TaxPrefs: { UsingSalesTax: true },
    CurrencyPrefs: {
      MultiCurrencyEnabled: company.otherCurrencies.length > 0,
      HomeCurrency: { value: company.homeCurrency },
    },
    ReportPrefs: { ReportBasis: 'Accrual', CalcAgingReportFromTxnDate: false },
    ...envelope('1', company.createdAt, 5),
  };
}
