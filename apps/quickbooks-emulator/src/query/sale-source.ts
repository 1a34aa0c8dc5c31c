import type { Company } from '../company/company.ts';
import { renderSale } from '../company/render-sale.ts';
import type { SaleType } from '../company/sale.ts';
import { totalsOf } from '../company/totals.ts';
import { mixSeeds } from '../numbers/random.ts';
import { decimalsOf, toJsonNumber } from '../numbers/money.ts';
import type { Switches } from '../switches.ts';
import { assertShown } from './assert-shown.ts';
import type { EntitySource, Property } from './property.ts';

/** Invoices, sales receipts or credit memos of a company as the query engine sees them; a record is a slot. */
export function createSaleSource(company: Company, type: SaleType, switches: Switches): EntitySource<number> {
  const table = company.documents;
  const fraction = (slot: number, second: number) =>
    switches.guessSubSecondTimes ? (mixSeeds(slot, second) % 1000) / 1000 : 0;
  const finer = (read: (slot: number) => number) =>
    switches.guessSubSecondTimes ? (slot: number) => read(slot) + fraction(slot, read(slot)) : read;
  const money = (slot: number, key: 'total' | 'balance') => {
    const sale = table.sale(slot);
    return toJsonNumber(totalsOf(type, sale)[key], decimalsOf(sale.currency));
  };
  const properties: Property<number>[] = [
    { name: 'Id', kind: 'id', read: (slot) => String(table.id(slot)) },
    { name: 'MetaData.CreateTime', kind: 'instant', read: finer((slot) => table.created(slot)) },
    { name: 'MetaData.LastUpdatedTime', kind: 'instant', read: finer((slot) => table.updated(slot)) },
    { name: 'TxnDate', kind: 'date', read: (slot) => table.txnDay(slot) },
    { name: 'DocNumber', kind: 'text', read: (slot) => table.sale(slot).docNumber },
    { name: 'CustomerRef', kind: 'text', read: (slot) => table.sale(slot).customer?.id },
    { name: 'TotalAmt', kind: 'number', read: (slot) => money(slot, 'total') },
    { name: 'Balance', kind: 'number', read: (slot) => money(slot, 'balance') },
  ];
  if (type === 'Invoice') {
    properties.push({ name: 'DueDate', kind: 'date', read: (slot) => table.sale(slot).dueDay });
  }
  return {
    entity: type,
    properties,
    defaultOrder: { property: 'MetaData.LastUpdatedTime', isDescending: true },
    hasTotalCount: type === 'Invoice',
    ordered: (property) => {
      if (property === 'MetaData.CreateTime') return table.byCreated(type);
      return property === 'MetaData.LastUpdatedTime' ? table.byUpdated(type) : undefined;
    },
    all: () => table.byCreated(type),
    byId: (id) => {
      const slot = table.slotOf(type, id);
      return slot === undefined || table.row(slot).state === 'deleted' ? undefined : slot;
    },
    isListed: () => true,
    render: (slot) => {
      assertShown(company, slot);
      return renderSale(company, table.row(slot), table.sale(slot), switches);
    },
  };
}
