import { json, type Request, type Response, Router, text } from 'express';
import {
  companyInfoRecord,
  itemRecords,
  journalEntryRecord,
  preferencesRecord,
} from '../company/company-records.ts';
import { createJournalEntry } from '../company/create-journal-entry.ts';
import { renderSingleSale } from '../company/render-sale.ts';
import { saleTypes } from '../company/sale.ts';
import { createListSource } from '../query/list-source.ts';
import { parseQuery } from '../query/parse-query.ts';
import { QueryFault, type QueryFaultCode } from '../query/query-fault.ts';
import { runQuery } from '../query/run-query.ts';
import { createSaleSource } from '../query/sale-source.ts';
import { formatPacificMillisecond } from '../time/pacific-time.ts';
import type { World } from '../world.ts';
import { readChanges } from './cdc.ts';
import { createGateway } from './gateway.ts';
import { contextOf } from './request-context.ts';
import { sendJson } from './send.ts';
import { missingParameter, notFound, sendFault } from './service-faults.ts';

const answer = (response: Response, body: Record<string, unknown>) =>
  sendJson(response, 200, { ...body, time: formatPacificMillisecond(contextOf(response).startedAt) });

const queryFaultMessages: Readonly<Record<QueryFaultCode, string>> = {
  '4000': 'Error parsing query',
  '4001': 'Invalid query',
  '4002': 'Error processing query',
};

/** Company data, below `/v3/company/:realmId`. */
export function createDataRoutes(world: World): Router {
  const router = Router({ mergeParams: true });

  const query = (request: Request, response: Response) => {
    const body: unknown = request.body;
    const statement = typeof body === 'string' && body !== '' ? body : request.query['query'];
    if (typeof statement !== 'string' || statement === '')
      return sendFault(response, missingParameter('query'));
    return orFault(response, () =>
      answer(response, { QueryResponse: runStatement(world, response, statement) }),
    );
  };

  router.use(createGateway(world));
  router.get('/query', query);
  router.post('/query', text({ type: () => true, limit: '64kb' }), query);

  router.get('/cdc', (request, response) => {
    const { company, startedAt } = contextOf(response);
    const { entities, changedSince } = request.query;
    if (typeof entities !== 'string') return sendFault(response, missingParameter('entities'));
    if (typeof changedSince !== 'string') return sendFault(response, missingParameter('changedSince'));
    return orFault(response, () => {
      const result = readChanges(company, world.switches, entities, changedSince, startedAt / 1000);
      if (result.kind === 'fault') return sendFault(response, result.error, result.status);
      return answer(response, { CDCResponse: [{ QueryResponse: result.response }] });
    });
  });

  router.get('/companyinfo/:id', (_request, response) => {
    answer(response, { CompanyInfo: companyInfoRecord(contextOf(response).company) });
  });
  router.get('/preferences', (_request, response) => {
    answer(response, { Preferences: preferencesRecord(contextOf(response).company) });
  });
  router.get('/item/:id', (request, response) => {
    const item = itemRecords(contextOf(response).company).find((each) => each['Id'] === request.params.id);
    return item ? answer(response, { Item: item }) : sendFault(response, notFound);
  });
  router.get('/journalentry/:id', (request, response) => {
    const entries = contextOf(response).company.journalEntries;
    const entry = entries.find((each) => each.id === request.params.id);
    return entry
      ? answer(response, { JournalEntry: journalEntryRecord(entry) })
      : sendFault(response, notFound);
  });
  router.post('/journalentry', json({ limit: '1mb' }), (request, response) => {
    const created = createJournalEntry(contextOf(response).company, request.body, world.clock.seconds());
    if (created.kind === 'fault') return sendFault(response, created.error);
    return answer(response, { JournalEntry: journalEntryRecord(created.entry) });
  });

  for (const type of saleTypes) {
    router.get(`/${type.toLowerCase()}/:id`, (request, response) => {
      const { company } = contextOf(response);
      const slot = company.documents.slotOf(type, request.params.id);
      const row = slot === undefined ? undefined : company.documents.row(slot);
      if (!row || row.state === 'deleted') return sendFault(response, notFound);
      const sale = company.documents.sale(row.slot);
      return answer(response, { [type]: renderSingleSale(company, row, sale, world.switches) });
    });
  }

  router.use((_request, response) => {
    const detail = 'The emulator has no such operation.';
    sendFault(response, { message: 'Unsupported Operation', detail, code: '500' });
  });
  return router;
}

function orFault(response: Response, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    sendFault(response, {
      message: queryFaultMessages[error.code],
      detail: error.message,
      code: error.code,
    });
  }
}

function runStatement(world: World, response: Response, statement: string) {
  const { company } = contextOf(response);
  const query = parseQuery(statement);
  const setting = { now: world.clock.seconds(), switches: world.switches };
  const type = saleTypes.find((each) => each.toLowerCase() === query.entity.toLowerCase());
  if (type) return runQuery(createSaleSource(company, type, world.switches), query, setting);
  const list = createListSource(company, query.entity);
  if (list) return runQuery(list, query, setting);
  throw new QueryFault('4001', `QueryValidationError: Invalid context declaration: ${query.entity}`);
}
