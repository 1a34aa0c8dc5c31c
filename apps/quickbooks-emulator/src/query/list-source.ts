import type { Company } from '../company/company.ts';
import {
  accountRecords,
  companyInfoRecord,
  customerRecords,
  itemRecords,
  journalEntryRecord,
  preferencesRecord,
} from '../company/company-records.ts';
import type { Json } from '../company/render-sale.ts';
import { parseDay } from '../time/calendar-day.ts';
import type { PropertyKind } from './literal-value.ts';
import type { EntitySource, Property } from './property.ts';

interface ListEntity {
  readonly entity: string;
  readonly records: (company: Company) => Json[];
  readonly properties: readonly (readonly [name: string, kind: PropertyKind])[];
  readonly sortedBy: { readonly property: string; readonly isDescending: boolean };
  readonly hasTotalCount?: boolean;
}

const common = [
  ['Id', 'id'],
  ['MetaData.CreateTime', 'instant'],
  ['MetaData.LastUpdatedTime', 'instant'],
] as const;
const newestFirst = { property: 'MetaData.LastUpdatedTime', isDescending: true };

const entities: readonly ListEntity[] = [
  {
    entity: 'Item',
    records: itemRecords,
    properties: [
      ...common,
      ['Name', 'text'],
      ['Sku', 'text'],
      ['Type', 'text'],
      ['Active', 'boolean'],
      ['UnitPrice', 'number'],
    ],
    sortedBy: { property: 'Name', isDescending: false },
  },
  {
    entity: 'Customer',
    records: customerRecords,
    properties: [...common, ['DisplayName', 'text'], ['CompanyName', 'text'], ['Active', 'boolean']],
    sortedBy: { property: 'DisplayName', isDescending: false },
  },
  {
    entity: 'Account',
    records: accountRecords,
    properties: [...common, ['Name', 'text'], ['AccountType', 'text'], ['Active', 'boolean']],
    sortedBy: { property: 'Name', isDescending: false },
  },
  {
    entity: 'JournalEntry',
    records: (company) => company.journalEntries.map(journalEntryRecord),
    properties: [...common, ['TxnDate', 'date'], ['DocNumber', 'text']],
    sortedBy: newestFirst,
    hasTotalCount: true,
  },
  {
    entity: 'CompanyInfo',
    records: (company) => [companyInfoRecord(company)],
    properties: [...common, ['CompanyName', 'text']],
    sortedBy: newestFirst,
  },
  {
    entity: 'Preferences',
    records: (company) => [preferencesRecord(company)],
    properties: common,
    sortedBy: newestFirst,
  },
];

/** Lists small enough to be filtered record by record: items, customers, accounts, journal entries and the company itself. */
export function createListSource(company: Company, entityName: string): EntitySource<Json> | undefined {
  const found = entities.find((each) => each.entity.toLowerCase() === entityName.toLowerCase());
  if (!found) return undefined;
  const records = found.records(company);
  return {
    entity: found.entity,
    properties: found.properties.map(([name, kind]) => propertyOf(name, kind)),
    defaultOrder: found.sortedBy,
    hasTotalCount: found.hasTotalCount ?? false,
    ordered: () => undefined,
    all: () => ({ size: records.length, at: (position) => records[position] as Json, lowerBound: () => 0 }),
    byId: (id) => records.find((record) => record['Id'] === id),
    isListed: (record) => record['Active'] !== false,
    render: (record) => record,
  };
}

function propertyOf(name: string, kind: PropertyKind): Property<Json> {
  const path = name.split('.');
  return {
    name,
    kind,
    read: (record) => {
      const value = path.reduce<unknown>((inner, key) => (inner as Json | undefined)?.[key], record);
      if (typeof value === 'string' && kind === 'instant') return Date.parse(value) / 1000;
      if (typeof value === 'string' && kind === 'date') return parseDay(value);
      return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? value
        : undefined;
    },
  };
}
