import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createQuickBooksProvider } from '../quickbooks-provider.ts';
import { createReadNotification } from './read-notification.ts';

const token = 'verifier-1';
const read = createReadNotification(token);
const sign = (body: string) => createHmac('sha256', token).update(body).digest('base64');
const receive = (content: unknown) => {
  const body = typeof content === 'string' ? content : JSON.stringify(content);
  return read({ headers: { 'intuit-signature': sign(body) }, body: Buffer.from(body) });
};
const cloudEvent = {
  specversion: '1.0',
  id: '88cd52aa-33b6-4351-9aa4-47572edbd068',
  source: 'intuit.dsnBVHOGtGIRRaBhsEsoMzCjPqFh3b=',
  type: 'qbo.invoice.updated.v1',
  datacontenttype: 'application/json',
  time: '2026-09-10T21:31:25.179851517Z',
  intuitentityid: '1234',
  intuitaccountid: '310687',
  data: {},
};
const classic = (realmId: string, ...entities: object[]) => ({ realmId, dataChangeEvent: { entities } });
const entity = { name: 'Invoice', id: '1', operation: 'Update', lastUpdated: '2026-09-10T21:31:25.000Z' };

describe('notifications of QuickBooks', () => {
  it('E-14 reads CloudEvents of any number of companies, whatever happened to the document', () => {
    const types = [
      ...['created', 'updated', 'deleted', 'voided', 'emailed'].map((what) => `qbo.invoice.${what}.v1`),
      'qbo.salesreceipt.created.v1',
      'qbo.creditmemo.deleted.v1',
    ];
    const changes = receive([
      ...types.map((type) => ({ ...cloudEvent, type })),
      { ...cloudEvent, intuitaccountid: '42' },
    ]);
    const changedAt = new Date('2026-09-10T21:31:25.179Z');
    expect(changes).toEqual([
      ...types.map(() => ({ realmId: '310687', changedAt })),
      { realmId: '42', changedAt },
    ]);
  });

  it('E-14 reads the format before that too', () => {
    const changes = receive({
      eventNotifications: [
        classic('310687', entity, { ...entity, name: 'SalesReceipt', operation: 'Void' }),
        classic('42', { ...entity, name: 'CreditMemo', deletedId: '2' }),
      ],
    });
    const changedAt = new Date('2026-09-10T21:31:25.000Z');
    expect(changes).toEqual([
      { realmId: '310687', changedAt },
      { realmId: '310687', changedAt },
      { realmId: '42', changedAt },
    ]);
  });

  it('F-01 leaves out what is no sale', () => {
    const others = [
      'qbo.customer.updated.v1',
      'qbo.estimate.created.v1',
      'other.invoice.created.v1',
      'qbo',
      '',
    ];
    expect(receive(others.map((type) => ({ ...cloudEvent, type })))).toEqual([]);
    const entities = ['Customer', 'Payment', 'RefundReceipt'].map((name) => ({ ...entity, name }));
    expect(receive({ eventNotifications: [classic('1', ...entities)] })).toEqual([]);
  });

  it('E-14 passes over shapes it does not know, and keeps what stands beside them', () => {
    const nonsense = [
      null,
      7,
      'text',
      [],
      {},
      { ...cloudEvent, type: 7 },
      { ...cloudEvent, intuitaccountid: 1 },
    ];
    expect(receive([...nonsense, { ...cloudEvent, time: 'yesterday' }])).toEqual([
      { realmId: '310687', changedAt: null },
    ]);
    const parts = [
      null,
      7,
      {},
      classic(''),
      { realmId: '1' },
      { realmId: '1', dataChangeEvent: { entities: 7 } },
    ];
    expect(
      receive({ eventNotifications: [...parts, classic('42', { ...entity, name: null }, entity)] }),
    ).toHaveLength(1);
    for (const body of ['', 'not json', '7', 'null', '{}', '{"eventNotifications":{}}', '{"__proto__":[]}'])
      expect(receive(body)).toEqual([]);
  });

  it('E-14 takes only what is signed with the verifier token, over the very bytes', () => {
    const body = JSON.stringify([cloudEvent]);
    const readSigned = (signature: unknown, sent = body) =>
      read({ headers: { 'intuit-signature': signature as string }, body: Buffer.from(sent) });
    expect(readSigned(sign(body))).toHaveLength(1);
    expect(readSigned(sign(body), `${body} `)).toBeNull();
    for (const signature of [
      undefined,
      '',
      'garbage',
      sign(body).slice(0, 20),
      `${sign(body)}AAAA`,
      [sign(body)],
    ])
      expect(readSigned(signature)).toBeNull();
    const other = createHmac('sha256', 'verifier-2').update(body).digest('base64');
    expect(readSigned(other)).toBeNull();
    const hex = createHmac('sha256', token).update(body).digest('hex');
    expect(readSigned(hex)).toBeNull();
  });

  it('E-14 reads a thousand events well within the three seconds there are', () => {
    const events = Array.from({ length: 1000 }, () => cloudEvent);
    const before = performance.now();
    expect(receive(events)).toHaveLength(1000);
    expect(performance.now() - before).toBeLessThan(500);
  });

  it('takes none without a verifier token', () => {
    const config = { clientId: 'id', clientSecret: 'secret', environment: 'sandbox' } as const;
    expect(createQuickBooksProvider(config).readNotification).toBeUndefined();
    expect(
      createQuickBooksProvider({ ...config, webhookVerifierToken: '' }).readNotification,
    ).toBeUndefined();
  });
});
