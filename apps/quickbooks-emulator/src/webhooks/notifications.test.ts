import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { otherRealm, realm } from '../testing/with-emulator.ts';
import { verifierToken, withWebhooks } from '../testing/with-webhooks.ts';

interface CloudEvent {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly intuitentityid: string;
  readonly intuitaccountid: string;
}
interface ClassicBody {
  readonly eventNotifications: readonly {
    readonly realmId: string;
    readonly dataChangeEvent: { readonly entities: readonly { readonly operation: string }[] };
  }[];
}

const { emulator, endpoint, control, deliveries, switches, create, change, advance, posts } = withWebhooks();
const eventsOf = (text = '') => JSON.parse(text) as CloudEvent[];

describe('notifications', () => {
  it('tell of everything done to documents, gathered for a while, several companies in one', async () => {
    const invoice = await create();
    const receipt = await create(realm, 'SalesReceipt');
    const memo = await create(otherRealm, 'CreditMemo');
    await change(invoice, 'pay');
    await change(invoice, 'email');
    await change(receipt, 'void', 'SalesReceipt');
    await change(memo, 'delete', 'CreditMemo', otherRealm);
    expect(endpoint.received).toHaveLength(0);
    await advance(3);
    const [post] = await posts(1);
    expect(eventsOf(post?.text).map((e) => [e.type, e.intuitentityid, e.intuitaccountid])).toEqual([
      ['qbo.invoice.created.v1', invoice, realm],
      ['qbo.salesreceipt.created.v1', receipt, realm],
      ['qbo.creditmemo.created.v1', memo, otherRealm],
      ['qbo.invoice.updated.v1', invoice, realm],
      ['qbo.invoice.emailed.v1', invoice, realm],
      ['qbo.salesreceipt.voided.v1', receipt, realm],
      ['qbo.creditmemo.deleted.v1', memo, otherRealm],
    ]);
  });

  it('are CloudEvents with nanoseconds and without values, signed over the raw body', async () => {
    const id = await create();
    await advance(3);
    const [post] = await posts(1);
    expect(eventsOf(post?.text)).toEqual([
      {
        specversion: '1.0',
        id: expect.stringMatching(/^[\da-f-]{36}$/),
        source: expect.stringMatching(/^intuit\..+=$/),
        type: 'qbo.invoice.created.v1',
        datacontenttype: 'application/json',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
        intuitentityid: id,
        intuitaccountid: realm,
        data: {},
      },
    ]);
    const expected = createHmac('sha256', verifierToken)
      .update(post?.text ?? '')
      .digest('base64');
    expect(post?.headers['intuit-signature']).toBe(expected);
    expect(post?.headers).not.toHaveProperty('intuit-created-time');
  });

  it('have the classic form when that is chosen, one part for each company', async () => {
    await switches({ webhookFormat: 'classic' });
    const id = await create();
    await change(id, 'void');
    await create(otherRealm);
    await advance(3);
    const [post] = await posts(1);
    const { eventNotifications } = JSON.parse(post?.text ?? '') as ClassicBody;
    expect(eventNotifications.map((each) => each.realmId)).toEqual([realm, otherRealm]);
    const [first] = eventNotifications;
    expect(first?.dataChangeEvent.entities).toEqual([
      { name: 'Invoice', id, operation: 'Create', lastUpdated: expect.stringMatching(/:\d\d\.000Z$/) },
      { name: 'Invoice', id, operation: 'Void', lastUpdated: expect.any(String) },
    ]);
    expect(post?.headers).toMatchObject({
      'intuit-notification-schema-version': '1.0',
      'intuit-t-id': expect.any(String),
      'intuit-created-time': expect.any(String),
    });
  });

  it('come twice, or newest first, or never, when that is switched on', async () => {
    await switches({ webhookDuplicates: true });
    await create();
    await advance(3);
    const [first, second] = await posts(2);
    expect(second?.text).toBe(first?.text);

    await switches({ webhookDuplicates: false, webhookOrder: 'reversed' });
    const made = [await create(), await create(), await create()];
    await advance(3);
    const later = (await posts(4)).slice(2).map((post) => eventsOf(post.text).map((e) => e.intuitentityid));
    expect(later).toEqual([[made[2], made[1]], [made[0]]]);

    await switches({ webhookOrder: 'occurrence', webhookLost: true });
    await create();
    await advance(3);
    await expect.poll(async () => (await deliveries())[0]?.state).toBe('lost');
    expect(endpoint.received).toHaveLength(4);
  });

  it('are about connected companies only, and none go out without an endpoint', async () => {
    await control('revoke', { realm });
    await create(realm);
    const id = await create(otherRealm);
    await advance(3);
    const [post] = await posts(1);
    expect(eventsOf(post?.text).map((e) => e.intuitentityid)).toEqual([id]);

    await create(otherRealm);
    await fetch(`${emulator().url}/control/webhook`, { method: 'DELETE' });
    await create(otherRealm);
    await advance(60);
    expect((await control<object>('webhook')).body).toEqual({ endpoint: null, gathering: 0 });
    await control('webhook', { url: endpoint.url(), verifierToken });
    const last = await create(otherRealm);
    await advance(3);
    expect(eventsOf((await posts(2))[1]?.text).map((e) => e.intuitentityid)).toEqual([last]);
  });
});

describe('forged notifications', () => {
  const forge = (signing: string) => control<{ state: string }>('webhook/forge', { realm, signing });

  it('are signed as somebody without the token would', async () => {
    const signatures = [];
    for (const signing of ['otherToken', 'missing', 'garbage', 'altered', 'valid']) {
      expect((await forge(signing)).body.state).toBe('delivered');
      const { headers, text } = endpoint.received.at(-1) ?? { headers: {}, text: '' };
      const right = createHmac('sha256', verifierToken).update(text).digest('base64');
      signatures.push([headers['intuit-signature']?.length, headers['intuit-signature'] === right]);
    }
    expect(signatures).toEqual([
      [44, false],
      [undefined, false],
      [17, false],
      [44, false],
      [44, true],
    ]);
  });

  it('are sent once, whatever the answer, and only to an endpoint', async () => {
    endpoint.answerWith(401);
    expect((await forge('missing')).body).toMatchObject({ state: 'refused', attempts: [{ outcome: 401 }] });
    await advance(3600);
    await create();
    endpoint.answerWith(200);
    await advance(3);
    expect(await posts(2)).toHaveLength(2);
    await fetch(`${emulator().url}/control/webhook`, { method: 'DELETE' });
    expect((await forge('valid')).status).toBe(404);
  });
});
