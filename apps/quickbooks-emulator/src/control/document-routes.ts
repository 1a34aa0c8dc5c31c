import { type Request, Router } from 'express';
import { z } from 'zod';
import {
  deleteDocument,
  editDocument,
  emailDocument,
  payDocument,
  voidDocument,
} from '../company/change-document.ts';
import { type Company, poisonCodes } from '../company/company.ts';
import type { StoredDocument } from '../company/document-table.ts';
import { renderSale } from '../company/render-sale.ts';
import { saleTypes } from '../company/sale.ts';
import { decimalsOf, parseDecimal } from '../numbers/money.ts';
import { parseDay } from '../time/calendar-day.ts';
import { pacificDay } from '../time/pacific-time.ts';
import type { ChangeOperation } from '../webhooks/change-event.ts';
import type { World } from '../world.ts';
import { commitTimes } from './commit-times.ts';
import { ControlError } from './control-error.ts';
import { findCompany, findSaleType, findSlot } from './find.ts';
import { applySaleBody, blankSale, type SaleBody, saleBody } from './sale-body.ts';

const createBody = saleBody.extend({ realm: z.string(), type: z.string() });
const payBody = z.strictObject({ amount: z.union([z.string(), z.number()]).transform(String).optional() });
const poisonBody = z.strictObject({ fault: z.enum(poisonCodes).default('4002') });
const dateBody = z.strictObject({ txnDate: z.string() });

type Change = (company: Company, slot: number, now: number, body: unknown) => unknown;

const changes: Readonly<Record<string, Change>> = {
  edit: (company, slot, now, body) => editFrom(company, slot, now, saleBody.parse(body)),
  date: (company, slot, now, body) => editFrom(company, slot, now, dateBody.parse(body)),
  pay: (company, slot, now, body) => {
    const { amount } = payBody.parse(body);
    const decimals = decimalsOf(company.documents.sale(slot).currency);
    const paid = amount === undefined ? undefined : parseDecimal(amount, decimals);
    if (amount !== undefined && paid === undefined)
      throw new ControlError(400, '"amount" is not a valid amount.');
    payDocument(company, slot, now, paid);
  },
  void: voidDocument,
  delete: deleteDocument,
  email: emailDocument,
  poison: (company, slot, _now, body) => company.poisoned.set(slot, poisonBody.parse(body).fault),
  heal: (company, slot) => company.poisoned.delete(slot),
};

/** How the service names what happened; the rest is nothing that happens in QuickBooks. */
const operations: Readonly<Record<string, ChangeOperation>> = {
  edit: 'Update',
  date: 'Update',
  pay: 'Update',
  void: 'Void',
  delete: 'Delete',
  email: 'Emailed',
};

/** Creating and changing documents as people inside QuickBooks would. */
export function createDocumentControls(world: World): Router {
  const router = Router();

  router.get('/documents', (request, response) => {
    const company = findCompany(world, request.query['realm']);
    const types =
      typeof request.query['type'] === 'string' ? [findSaleType(request.query['type'])] : saleTypes;
    const limit = Math.min(200, Number(request.query['limit'] ?? 20) || 20);
    const slots = types.flatMap((type) => {
      const sorted = company.documents.byUpdated(type);
      return Array.from({ length: Math.min(limit, sorted.size) }, (_, step) =>
        sorted.at(sorted.size - 1 - step),
      );
    });
    const updated = (slot: number) => company.documents.updated(slot);
    slots.sort((left, right) => updated(right) - updated(left) || right - left);
    response.json(slots.slice(0, limit).map((slot) => show(world, company, storedOf(company, slot))));
  });

  router.post('/documents', (request, response) => {
    const { realm, type: typeName, ...body } = createBody.parse(request.body);
    const company = findCompany(world, realm);
    const type = findSaleType(typeName);
    const { stamp: now, visibleAt } = commitTimes(world, request);
    const day = (body.txnDate === undefined ? undefined : parseDay(body.txnDate)) ?? pacificDay(now);
    const id = company.takeTransactionId();
    const sale = applySaleBody(
      company,
      blankSale(company, type, body, String(1001 + company.documents.size), day),
      body,
    );
    if (!sale.customer && type !== 'SalesReceipt') throw new ControlError(400, `A ${type} needs a customer.`);
    const dates = { created: now, updated: now, txnDay: day, latestTxnDay: day };
    const made: StoredDocument = {
      slot: company.documents.size,
      id: String(id),
      type,
      state: 'active',
      version: 0,
      ...dates,
      sale,
    };
    if (visibleAt === undefined) company.documents.put(made);
    else company.withheld.add(made, visibleAt);
    announce(world, company, made, 'Create');
    response.status(201).json(show(world, company, made));
  });

  router.post('/documents/:type/:id/:change', (request: Request<Record<string, string>>, response) => {
    const { type: typeName = '', id = '', change: changeName = '' } = request.params;
    const company = findCompany(world, request.query['realm']);
    const slot = findSlot(company, findSaleType(typeName), id);
    const change = Object.hasOwn(changes, changeName) ? changes[changeName] : undefined;
    if (!change)
      throw new ControlError(404, `"${changeName}" is none of ${Object.keys(changes).join(', ')}.`);
    const { stamp, visibleAt } = commitTimes(world, request);
    const carryOut = () => change(company, slot, stamp, request.body ?? {});
    const operation = operations[changeName];
    if (operation && visibleAt !== undefined) {
      const changed = company.withheld.change(slot, visibleAt, carryOut);
      announce(world, company, changed, operation);
      response.json(show(world, company, changed));
      return;
    }
    company.withheld.release(world.clock.seconds(), slot);
    carryOut();
    const changed = storedOf(company, slot);
    if (operation) announce(world, company, changed, operation);
    response.json(show(world, company, changed));
  });

  return router;
}

function editFrom(company: Company, slot: number, now: number, body: SaleBody): void {
  const txnDay = body.txnDate === undefined ? undefined : parseDay(body.txnDate);
  if (body.txnDate !== undefined && txnDay === undefined) {
    throw new ControlError(400, '"txnDate" must be a date like 2026-01-31.');
  }
  const sale = applySaleBody(company, company.documents.sale(slot), body);
  editDocument(company, slot, sale, now, txnDay);
}

function storedOf(company: Company, slot: number): StoredDocument {
  return { ...company.documents.row(slot), sale: company.documents.sale(slot) };
}

/** The app hears of what happens in companies that it is connected to. */
function announce(
  world: World,
  company: Company,
  document: StoredDocument,
  operation: ChangeOperation,
): void {
  const { realmId } = company;
  if (!world.grants.isConnected(realmId)) return;
  const at = document.updated * 1000 + (world.clock.milliseconds() % 1000);
  world.webhooks.announce({ realmId, type: document.type, documentId: document.id, operation, at });
}

function show(world: World, company: Company, stored: StoredDocument) {
  const document = renderSale(company, stored, stored.sale, world.switches);
  return { type: stored.type, id: stored.id, state: stored.state, document };
}
