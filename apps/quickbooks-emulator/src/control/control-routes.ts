import { type ErrorRequestHandler, json, Router } from 'express';
import { z } from 'zod';
import { catalogue } from '../catalogue.ts';
import { ChangeRefused } from '../company/change-document.ts';
import type { Company } from '../company/company.ts';
import { callKinds } from '../http/call-kind.ts';
import { faultKinds } from '../http/planned-faults.ts';
import type { CompanySeed } from '../options.ts';
import type { World } from '../world.ts';
import { companyBody } from './company-body.ts';
import { ControlError } from './control-error.ts';
import { createDocumentControls } from './document-routes.ts';
import { findCompany } from './find.ts';
import { requireLoopback } from './require-loopback.ts';
import { switchBody } from './switch-body.ts';
import { streamTruth } from './truth-stream.ts';
import { createWebhookControls } from './webhook-routes.ts';

const clockBody = z.union([
  z.strictObject({ advanceSeconds: z.number() }),
  z.strictObject({ now: z.iso.datetime({ offset: true }) }),
]);
const faultBody = z.strictObject({
  kind: z.enum(faultKinds),
  realm: z.string().optional(),
  match: z.enum(callKinds).optional(),
  times: z.int().min(1).default(1),
  after: z.int().min(0).default(0),
  retryAfterSeconds: z.number().min(0).optional(),
  delaySeconds: z.number().min(0).max(600).optional(),
});
const quotaBody = z.strictObject({ limit: z.int().min(0).nullable(), used: z.int().min(0).optional() });
const appBody = z.strictObject({ redirectUris: z.array(z.url()) });

/** The control API: everything a test or a person trying the demo does to the emulated service from outside. */
export function createControlRoutes(world: World): Router {
  const router = Router();
  router.use(requireLoopback, json({ limit: '5mb' }));

  router.get('/state', (_request, response) => response.json(describeState(world)));
  router.get('/companies', (_request, response) => response.json(describeCompanies(world)));
  router.post('/companies', (request, response) => {
    const { seed, ...company } = companyBody.parse(request.body);
    if (world.companies.has(company.realmId)) {
      throw new ControlError(409, `There is a company with realm id ${company.realmId} already.`);
    }
    response.status(201).json(describeCompany(world, world.addCompany(company as CompanySeed, seed)));
  });
  router.get('/catalogue', (_request, response) => response.json(catalogue));
  router.use(createDocumentControls(world));
  router.use(createWebhookControls(world));
  const describeClock = () => ({ now: new Date(world.clock.milliseconds()).toISOString() });
  router.get('/clock', (_request, response) => response.json(describeClock()));
  router.post('/clock', (request, response) => {
    const body = clockBody.parse(request.body);
    if ('now' in body) world.clock.set(Date.parse(body.now));
    else world.clock.advance(body.advanceSeconds * 1000);
    response.json(describeClock());
  });
  router.post('/revoke', (request, response) => {
    const { realm } = z.strictObject({ realm: z.string() }).parse(request.body);
    response.json({ revoked: world.grants.revokeRealm(findCompany(world, realm).realmId) });
  });
  router.post('/apps', (request, response) => {
    for (const uri of appBody.parse(request.body).redirectUris) world.app.redirectUris.add(uri);
    response.json({ clientId: world.app.clientId, redirectUris: [...world.app.redirectUris] });
  });
  router.get('/faults', (_request, response) => response.json(world.faults.list()));
  router.post('/faults', (request, response) => {
    world.faults.plan(faultBody.parse(request.body));
    response.status(201).json(world.faults.list());
  });
  router.delete('/faults', (_request, response) => {
    world.faults.clear();
    response.json([]);
  });
  router.get('/counters', (request, response) => {
    const realm = request.query['realm'];
    response.json(world.counters.count(typeof realm === 'string' ? realm : undefined));
  });
  router.post('/counters/reset', (_request, response) => {
    world.counters.reset();
    response.json(world.counters.count());
  });
  router.get('/quota', (_request, response) => response.json(world.quota.state(world.clock.seconds())));
  router.post('/quota', (request, response) => {
    const { limit, used } = quotaBody.parse(request.body);
    world.quota.set(limit, used, world.clock.seconds());
    response.json(world.quota.state(world.clock.seconds()));
  });
  router.get('/truth', (request, response) => {
    const company = findCompany(world, request.query['realm']);
    return streamTruth(response, company, request.query['since']);
  });
  router.get('/switches', (_request, response) => response.json(world.switches));
  router.post('/switches', (request, response) => {
    response.json(Object.assign(world.switches, switchBody.parse(request.body)));
  });
  router.post('/reset', (_request, response) => {
    world.reset();
    response.json(describeState(world));
  });
  router.use(() => {
    throw new ControlError(404, 'The control API has no such operation.');
  });
  router.use(reportError);
  return router;
}

const reportError: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (error instanceof z.ZodError) {
    response.status(400).json({ error: z.prettifyError(error) });
  } else if (error instanceof ControlError) {
    response.status(error.status).json({ error: error.message });
  } else if (error instanceof ChangeRefused) {
    response.status(409).json({ error: error.message });
  } else if (error instanceof RangeError || error instanceof SyntaxError) {
    response.status(400).json({ error: error.message });
  } else {
    next(error);
  }
};

function describeCompany(world: World, company: Company) {
  const { documents } = company;
  return {
    realmId: company.realmId,
    name: company.name,
    country: company.country,
    homeCurrency: company.homeCurrency,
    otherCurrencies: company.otherCurrencies,
    documents: {
      Invoice: documents.byCreated('Invoice').size,
      SalesReceipt: documents.byCreated('SalesReceipt').size,
      CreditMemo: documents.byCreated('CreditMemo').size,
    },
    journalEntries: company.journalEntries.length,
    isConnected: world.grants.isConnected(company.realmId),
  };
}

function describeCompanies(world: World) {
  return [...world.companies.values()].map((company) => describeCompany(world, company));
}

function describeState(world: World) {
  return {
    now: new Date(world.clock.milliseconds()).toISOString(),
    app: { clientId: world.app.clientId, redirectUris: [...world.app.redirectUris] },
    companies: describeCompanies(world),
    faults: world.faults.list(),
    switches: world.switches,
  };
}
