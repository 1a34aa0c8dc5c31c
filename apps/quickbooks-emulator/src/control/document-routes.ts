import { type Request, Router } from 'express';
import { z } from 'zod';
import {
  deleteDocument,
  editDocument,
  emailDocument,
  payDocument,
  voidDocument,
} from '../company/change-document.ts';
import type { Company } from '../company/company.ts';
import { renderSale } from '../company/render-sale.ts';
import { saleTypes } from '../company/sale.ts';
import { decimalsOf, parseDecimal } from '../numbers/money.ts';
import { parseDay } from '../time/calendar-day.ts';
import { pacificDay } from '../time/pacific-time.ts';
import type { World } from '../world.ts';
import { ControlError } from './control-error.ts';
import { findCompany, findSaleType, findSlot } from './find.ts';
import { applySaleBody, blankSale, type SaleBody, saleBody } from './sale-body.ts';

const createBody = saleBody.extend({ realm: z.string(), type: z.string() });
const payBody = z.strictObject({ amount: z.union([z.string(), z.number()]).transform(String).optional() });
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
  poison: (company, slot) => company.poisoned.add(slot),
  heal: (company, slot) => company.poisoned.delete(slot),
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
    response.json(slots.slice(0, limit).map((slot) => show(world, company, slot)));
  });

  router.post('/documents', (request, response) => {
    const { realm, type: typeName, ...body } = createBody.parse(request.body);
    const company = findCompany(world, realm);
    const type = findSaleType(typeName);
    const now = stampOf(world, request);
    const day = (body.txnDate === undefined ? undefined : parseDay(body.txnDate)) ?? pacificDay(now);
    const id = company.takeTransactionId();
    const sale = applySaleBody(
      company,
      blankSale(company, type, body, String(1001 + company.documents.size), day),
      body,
    );
    if (!sale.customer && type !== 'SalesReceipt') throw new ControlError(400, `A ${type} needs a customer.`);
    const slot = company.documents.add(type, now, day, id, sale);
    response.status(201).json(show(world, company, slot));
  });

  router.post('/documents/:type/:id/:change', (request: Request<Record<string, string>>, response) => {
    const { type: typeName = '', id = '', change: changeName = '' } = request.params;
    const company = findCompany(world, request.query['realm']);
    const slot = findSlot(company, findSaleType(typeName), id);
    const change = Object.hasOwn(changes, changeName) ? changes[changeName] : undefined;
    if (!change)
      throw new ControlError(404, `"${changeName}" is none of ${Object.keys(changes).join(', ')}.`);
    change(company, slot, stampOf(world, request), request.body ?? {});
    response.json(show(world, company, slot));
  });

  return router;
}

/** Seconds a change bears; `lateSeconds` makes it appear now with an earlier time, as a slow commit does. */
function stampOf(world: World, request: Request): number {
  const late = request.query['lateSeconds'] ?? '0';
  if (typeof late !== 'string' || !/^\d{1,6}$/.test(late)) {
    throw new ControlError(400, '"lateSeconds" must be a whole number.');
  }
  return world.clock.seconds() - Number(late);
}

function editFrom(company: Company, slot: number, now: number, body: SaleBody): void {
  const txnDay = body.txnDate === undefined ? undefined : parseDay(body.txnDate);
  if (body.txnDate !== undefined && txnDay === undefined) {
    throw new ControlError(400, '"txnDate" must be a date like 2026-01-31.');
  }
  const sale = applySaleBody(company, company.documents.sale(slot), body);
  editDocument(company, slot, sale, now, txnDay);
}

function show(world: World, company: Company, slot: number) {
  const row = company.documents.row(slot);
  const document = renderSale(company, row, company.documents.sale(slot), world.switches);
  return { type: row.type, id: row.id, state: row.state, document };
}
