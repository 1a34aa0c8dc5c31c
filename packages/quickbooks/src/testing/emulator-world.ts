import { decimal, type SaleType } from '@sales-channels/bff/provider';
import type { ProviderWorld, WorldCompany, WorldDocument } from '@sales-channels/bff/provider/testing';
import type { QuickBooksConfig } from '../config.ts';
import { ENTITIES } from '../data/query.ts';
import { createQuickBooksProvider } from '../quickbooks-provider.ts';
import { startEmulatorProcess } from './emulator-process.ts';
import { listenForNotifications } from './notification-listener.ts';

const webhookVerifierToken = 'verifier-of-the-world';
const redirectUri = 'http://localhost:4300/callback';

/** The provider against the emulator, which is watched and changed through its control API. */
export async function openEmulatorWorld(): Promise<ProviderWorld> {
  const emulator = await startEmulatorProcess(redirectUri);
  const { url } = emulator;
  const control = createControl(url);
  const listener = await listenForNotifications();
  await control('webhook', { url: listener.url, verifierToken: webhookVerifierToken });
  await control('switches', { guessWebhookGatherSeconds: 0 });
  const config: QuickBooksConfig = {
    clientId: 'emulator-client',
    clientSecret: 'emulator-secret',
    webhookVerifierToken,
    environment: { name: 'emulator', authorizeUrl: url, tokenUrl: url, apiUrl: url },
  };
  let companies = 0;

  return {
    provider: createQuickBooksProvider(config),
    impostor: createQuickBooksProvider({ ...config, clientSecret: 'guessed' }),
    redirectUri,
    async addCompany({ name, documents, from }) {
      companies += 1;
      const realmId = `9341460${String(companies).padStart(9, '0')}`;
      const { invoice: invoices, sales_receipt: salesReceipts, credit_memo: creditMemos } = documents;
      await control('companies', {
        realmId,
        name,
        from,
        documents: { invoices, salesReceipts, creditMemos },
      });
      return createCompany(control, realmId);
    },
    async visit(authorizationUrl, { realmId, approve }) {
      const form = new URL(authorizationUrl).searchParams;
      form.set('realmId', realmId);
      form.set('decision', approve ? 'approve' : 'deny');
      const response = await fetch(`${url}/connect/oauth2`, {
        method: 'POST',
        body: form,
        redirect: 'manual',
      });
      return new URL(response.headers.get('location') ?? '').searchParams;
    },
    async notificationOf(during) {
      const told = listener.next();
      await during();
      return told;
    },
    async close() {
      await emulator.stop();
      await listener.stop();
    },
  };
}

type Control = (path: string, body?: object) => Promise<string>;

function createControl(url: string): Control {
  return async (path, body) => {
    const response = await fetch(`${url}/control/${path}`, {
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return text;
  };
}

function createCompany(control: Control, realmId: string): WorldCompany {
  const change = (type: SaleType, id: string, what: string, body: object = {}) =>
    control(`documents/${ENTITIES[type]}/${id}/${what}?realm=${realmId}`, body);
  return {
    realmId,
    async create(type, date) {
      const lines = [
        { item: '1', qty: '2', unitPrice: '12.25' },
        { item: '2', qty: '1' },
      ];
      const created = await control('documents', {
        realm: realmId,
        type: ENTITIES[type],
        txnDate: date,
        lines,
      });
      return (JSON.parse(created) as { id: string }).id;
    },
    async change(type, externalId, what) {
      const body = what === 'edit' ? { lines: [{ item: '3', qty: '7' }] } : {};
      await change(type, externalId, what, body);
    },
    async poison(type, externalId) {
      await change(type, externalId, 'poison');
    },
    async heal(type, externalId) {
      await change(type, externalId, 'heal');
    },
    async pay(externalId) {
      await change('invoice', externalId, 'pay');
    },
    async redate(type, externalId, date) {
      await change(type, externalId, 'date', { txnDate: date });
    },
    async truth() {
      const lines = (await control(`truth?realm=${realmId}`)).trim().split('\n').filter(Boolean);
      return lines.map((line) => readTruth(JSON.parse(line) as EmulatorTruth));
    },
    async failNext(fault, call) {
      await control('faults', { kind: fault, realm: realmId, ...(call === 'token' && { match: 'token' }) });
    },
    async meteredCalls() {
      return (JSON.parse(await control(`counters?realm=${realmId}`)) as { metered: number }).metered;
    },
  };
}

interface EmulatorTruth {
  type: string;
  id: string;
  state: WorldDocument['state'];
  txnDate: string;
  currency: string;
  total: string;
  lineSum: string;
}

const types = new Map(Object.entries(ENTITIES).map(([type, entity]) => [entity, type as SaleType]));

function readTruth({ type, id, state, txnDate, currency, total, lineSum }: EmulatorTruth): WorldDocument {
  const known = types.get(type);
  if (!known) throw new Error(`The emulator speaks of a ${type}.`);
  return {
    type: known,
    externalId: id,
    state,
    date: txnDate,
    currency,
    total: decimal(total),
    lineSum: decimal(lineSum),
  };
}
