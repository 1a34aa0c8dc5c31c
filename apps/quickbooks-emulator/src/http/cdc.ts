import type { Company } from '../company/company.ts';
import type { DocumentTable } from '../company/document-table.ts';
import { type Json, renderSale } from '../company/render-sale.ts';
import { type SaleType, saleTypes } from '../company/sale.ts';
import { assertShown } from '../query/assert-shown.ts';
import { parseInstant } from '../query/literal-value.ts';
import { createListSource } from '../query/list-source.ts';
import type { Switches } from '../switches.ts';
import { formatPacificSecond } from '../time/pacific-time.ts';
import type { ServiceError } from './bodies.ts';

export type CdcResult =
  | { readonly kind: 'changes'; readonly response: Json[] }
  | { readonly kind: 'fault'; readonly status: number; readonly error: ServiceError };

const cap = 1000;
const lookBackSeconds = 30 * 86_400;
const withoutRecords = [
  'Payment',
  'Estimate',
  'Bill',
  'BillPayment',
  'Purchase',
  'PurchaseOrder',
  'Deposit',
  'Vendor',
];

const invalid = (detail: string): CdcResult => ({
  kind: 'fault',
  status: 400,
  error: { message: 'Invalid query', detail, code: '4001' },
});

/** Records changed since an instant, entity by entity, deleted ones last, cut off at 1,000. */
export function readChanges(
  company: Company,
  switches: Switches,
  entities: string,
  changedSince: string,
  now: number,
): CdcResult {
  const since = parseInstant(changedSince, switches.guessOffsetlessZone);
  const names = entities
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (since === undefined)
    return invalid(`QueryValidationError: value ${changedSince} is not valid for changedSince`);
  if (names.length === 0) return invalid('QueryValidationError: entities is missing');
  if (since < now - lookBackSeconds) {
    const detail = `Operation cdc with changedSince date ${changedSince} which is older than fixed days is not supported.`;
    const error = { message: 'Unsupported Operation', detail, code: '500' };
    return { kind: 'fault', status: switches.guessCdcTooOldStatus, error };
  }

  let room = cap;
  const response: Json[] = [];
  for (const name of names) {
    const found = changesOf(company, switches, name, since);
    if (!found) return invalid(`QueryValidationError: entity ${name} is not supported by this operation`);
    if (!switches.guessCdcCapShared) room = cap;
    const kept = found.records.slice(0, room).map((render) => render());
    room -= kept.length;
    response.push(
      kept.length === 0
        ? {}
        : {
            [found.entity]: kept,
            startPosition: 1,
            maxResults: kept.length,
            ...(found.entity === 'Invoice' && { totalCount: kept.length }),
          },
    );
  }
  return { kind: 'changes', response };
}

interface Changes {
  readonly entity: string;
  readonly records: (() => Json)[];
}

function changesOf(company: Company, switches: Switches, name: string, since: number): Changes | undefined {
  const type = saleTypes.find((each) => each.toLowerCase() === name.toLowerCase());
  if (type) return { entity: type, records: changedSales(company, type, switches, since) };
  const source = createListSource(company, name);
  if (source) {
    const all = source.all();
    const updated = source.properties.find((property) => property.name === 'MetaData.LastUpdatedTime');
    const records = Array.from({ length: all.size }, (_, position) => all.at(position));
    const changed = records.filter((record) => Number(updated?.read(record)) >= since);
    return { entity: source.entity, records: changed.map((record) => () => record) };
  }
  const entity = withoutRecords.find((each) => each.toLowerCase() === name.toLowerCase());
  return entity === undefined ? undefined : { entity, records: [] };
}

function changedSales(company: Company, type: SaleType, switches: Switches, since: number): (() => Json)[] {
  const table = company.documents;
  const live = slotsSince(table, type, 'byUpdated', since, switches);
  if (switches.guessCdcOrder === 'descending') live.reverse();
  const deleted = slotsSince(table, type, 'byDeleted', since, switches);
  return [
    ...live.map((slot) => () => {
      assertShown(company, slot);
      return renderSale(company, table.row(slot), table.sale(slot), switches);
    }),
    ...deleted.map((slot) => () => deletedStub(table, slot)),
  ];
}

function slotsSince(
  table: DocumentTable,
  type: SaleType,
  index: 'byUpdated' | 'byDeleted',
  since: number,
  switches: Switches,
): number[] {
  const sorted = table[index](type);
  const first = Math.ceil(switches.guessCdcInclusive ? since : Math.floor(since) + 1);
  const slots: number[] = [];
  for (let at = sorted.lowerBound(first); at < sorted.size; at += 1) slots.push(sorted.at(at));
  return slots;
}

function deletedStub(table: DocumentTable, slot: number): Json {
  const { id, updated } = table.row(slot);
  return {
    domain: 'QBO',
    status: 'Deleted',
    Id: id,
    MetaData: { LastUpdatedTime: formatPacificSecond(updated) },
  };
}
