import { expect } from 'vitest';
import type { Endpoint } from '../endpoint.ts';
import type { EndpointName } from '../endpoints.ts';
import { endpoints } from '../endpoints.ts';
import type { Checks } from './setting.ts';
import { enterSynced, manualSale, NOBODYS_ID, sell } from './setting.ts';

const table = Object.entries(endpoints) as [EndpointName, Endpoint][];
type Bad = readonly [body: unknown, path: string];

const channel = { type: 'accounting', connectionId: NOBODYS_ID, initialSyncDate: '2026-01-01' };
const sale = manualSale('2026-01-01');
const [line] = sale.lines;
const withLine = (more: object) => ({ ...sale, lines: [{ ...line, ...more }] });

/** Bodies each operation refuses, and where it says the fault is. */
const badBodies: Partial<Record<EndpointName, readonly Bad[]>> = {
  setSalesTracking: [
    [{}, 'body.enabled'],
    [{ enabled: 'yes' }, 'body.enabled'],
    [{ enabled: true, extra: 1 }, 'body'],
  ],
  startAuthorization: [
    [{}, 'body.provider'],
    [{ provider: '' }, 'body.provider'],
    [{ provider: 'abacus' }, 'body.provider'],
    [{ provider: 'x', connectionId: { $gt: '' } }, 'body.connectionId'],
    [{ provider: 'x', returnTo: 'javascript:alert(1)' }, 'body.returnTo'],
  ],
  createChannel: [
    [{}, 'body.type'],
    [{ ...channel, type: 'bank' }, 'body.type'],
    [{ ...channel, connectionId: 7 }, 'body.connectionId'],
    [{ ...channel, initialSyncDate: '2026-02-30' }, 'body.initialSyncDate'],
    [{ ...channel, initialSyncDate: '2026-01-01T00:00:00Z' }, 'body.initialSyncDate'],
    [{ ...channel, initialSyncDate: 'yesterday' }, 'body.initialSyncDate'],
    [{ ...channel, startSync: 'no' }, 'body.startSync'],
    [{ ...channel, name: 'x' }, 'body'],
  ],
  updateChannel: [
    [{}, 'body.initialSyncDate'],
    [{ initialSyncDate: '30 Feb' }, 'body.initialSyncDate'],
    [{ initialSyncDate: '2026-01-01', isActive: false }, 'body'],
  ],
  createManualSale: [
    [{}, 'body.date'],
    [{ ...sale, date: '2026-13-01' }, 'body.date'],
    [{ ...sale, date: '9999-01-01' }, 'body.date'],
    [{ ...sale, currency: 'dollars' }, 'body.currency'],
    [{ ...sale, lines: [] }, 'body.lines'],
    [{ ...sale, number: 'x'.repeat(61) }, 'body.number'],
    [{ ...sale, total: '20.50' }, 'body'],
    [withLine({ quantity: '0' }), 'body.lines.0.quantity'],
    [withLine({ quantity: '-1' }), 'body.lines.0.quantity'],
    [withLine({ quantity: '1.00001' }), 'body.lines.0.quantity'],
    [withLine({ quantity: 2 }), 'body.lines.0.quantity'],
    [withLine({ unitPrice: '-1' }), 'body.lines.0.unitPrice'],
    [withLine({ unitPrice: '1e3' }), 'body.lines.0.unitPrice'],
    [withLine({ description: ' ' }), 'body.lines.0'],
    [withLine({ productId: 'p-none' }), 'body.lines.0.productId'],
  ],
  updateManualSale: [
    [{}, 'body'],
    [{ customerName: 7 }, 'body.customerName'],
    [{ date: '2026-01-01' }, 'body'],
    [{ note: 'x'.repeat(2001) }, 'body.note'],
  ],
  voidSale: [
    [{}, 'body.reason'],
    [{ reason: '  ' }, 'body.reason'],
    [{ reason: 'x'.repeat(501) }, 'body.reason'],
  ],
};

const badQueries: Partial<Record<EndpointName, readonly (readonly [string, string])[]>> = {
  previewImport: [['from', '2026-02-30']],
  listRuns: [
    ['limit', '0'],
    ['limit', '101'],
    ['cursor', 'elsewhere'],
  ],
  listSales: [
    ['limit', '201'],
    ['limit', 'many'],
    ['dateFrom', '2026-1-1'],
    ['dateTo', '2026-02-30'],
    ['type', 'estimate'],
    ['source', 'guessed'],
    ['state', 'paid'],
    ['channelId', '$ne'],
    ['search', 'x'.repeat(101)],
    ['cursor', 'elsewhere'],
  ],
  getSalesTotals: [
    ['limit', '10'],
    ['dateFrom', 'today'],
  ],
  getSalesSeries: [
    ['period', 'day'],
    ['by', 'customer'],
    ['dateFrom', 'today'],
  ],
  exportSales: [
    ['limit', '10'],
    ['type', 'estimate'],
  ],
  getSaleHints: [
    ['total', 'much'],
    ['currency', 'usd'],
    ['date', '2026-02-30'],
  ],
  searchProducts: [['search', 'x'.repeat(101)]],
  listAuditEntries: [
    ['limit', '0'],
    ['cursor', 'elsewhere'],
  ],
  listChanges: [
    ['limit', '1001'],
    ['after', 'elsewhere'],
  ],
};

export const validationChecks: Checks = {
  'D-03 refuses bad bodies and queries, naming what is wrong': async (subject) => {
    const api = await enterSynced(subject);
    const { id: saleId } = await sell(api);
    const params: Record<string, string> = {
      channelId: api.channel.id,
      connectionId: api.connection.id,
      saleId,
      runId: api.channel.lastRun?.id ?? '',
      authorizationId: NOBODYS_ID,
    };
    const pathsOf = async (name: EndpointName, asked: object) =>
      (await api.refused(name, 'invalid_request', { params, ...asked })).errors?.map(({ path }) => path);
    for (const [name, bad] of Object.entries(badBodies) as [EndpointName, readonly Bad[]][]) {
      for (const [body, path] of bad) {
        expect({ name, body, paths: await pathsOf(name, { body }) }).toMatchObject({
          paths: expect.arrayContaining([path]) as string[],
        });
      }
    }
    for (const [name, bad] of Object.entries(badQueries) as [EndpointName, readonly [string, string][]][]) {
      for (const [field, value] of bad) {
        const paths = await pathsOf(name, { query: { [field]: value } });
        const isKnown = field in (endpoints[name] as { query: { shape: object } }).query.shape;
        expect({ name, field, value, paths }).toMatchObject({
          paths: expect.arrayContaining([isKnown ? `query.${field}` : 'query']) as string[],
        });
      }
    }
  },

  'refuses a query nobody knows, on every operation': async (subject) => {
    const api = await enterSynced(subject);
    const { id: saleId } = await sell(api);
    const params: Record<string, string> = {
      channelId: api.channel.id,
      connectionId: api.connection.id,
      saleId,
      runId: api.channel.lastRun?.id ?? '',
      authorizationId: NOBODYS_ID,
    };
    for (const [name, endpoint] of table) {
      const body = endpoint.body === undefined ? {} : { body: {} };
      const { errors } = await api.refused(name, 'invalid_request', {
        params,
        query: { nonsense: 1 },
        ...body,
      });
      expect({ name, paths: errors?.map(({ path }) => path) }).toMatchObject({
        paths: expect.arrayContaining(['query']) as string[],
      });
    }
  },

  'refuses what is no JSON, no media type of it, or too much of it, on every operation with a body': async (
    subject,
  ) => {
    const api = await enterSynced(subject);
    const { id: saleId } = await sell(api);
    const params = { channelId: api.channel.id, saleId };
    for (const [name, endpoint] of table) {
      if (endpoint.body === undefined) continue;
      await api.refused(name, 'invalid_request', { params }, { text: '{' });
      await api.refused(name, 'invalid_request', { params }, { text: '[]' });
      await api.refused(
        name,
        'unsupported_media_type',
        { params },
        { text: '{}', headers: { 'content-type': 'text/plain' } },
      );
      const text = JSON.stringify({ note: 'x'.repeat(200_000) });
      await api.refused(name, 'payload_too_large', { params }, { text });
    }
  },
};
