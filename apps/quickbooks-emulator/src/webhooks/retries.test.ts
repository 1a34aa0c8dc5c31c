import { describe, expect, it } from 'vitest';
import { withWebhooks } from '../testing/with-webhooks.ts';

const { endpoint, control, deliveries, switches, create, advance, posts, attempts } = withWebhooks();

describe('a notification the endpoint does not acknowledge', () => {
  it('is sent again on the schedule of the service, by the emulator’s clock, without end', async () => {
    endpoint.answerWith(500);
    await create();
    await advance(2);
    await attempts(1);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 10; attempt += 1) {
      await attempts(attempt);
      const [delivery] = await deliveries();
      const last = Date.parse(delivery?.attempts.at(-1)?.at ?? '');
      const wait = Math.round((Date.parse(delivery?.nextAttemptAt ?? '') - last) / 1000);
      waits.push(wait);
      await advance(wait);
    }
    expect(waits).toEqual([10, 20, 30, 300, 1200, 7200, 14_400, 21_600, 21_600, 21_600]);
    const bodies = (await posts(11)).map((post) => [post.text, post.headers['intuit-signature']].join(' '));
    expect(new Set(bodies).size).toBe(1);
  });

  it('waits its time, and holds up later ones until it is acknowledged', async () => {
    endpoint.answerWith(503);
    const first = await create();
    await advance(2);
    await attempts(1);
    const second = await create();
    await advance(5);
    await expect.poll(async () => (await deliveries()).length).toBe(2);
    expect(endpoint.received).toHaveLength(1);
    endpoint.answerWith(200);
    await advance(6);
    const told = (await posts(3)).map((post) => (post.text.includes(`"${first}"`) ? first : second));
    expect(told).toEqual([first, first, second]);
    await expect
      .poll(async () => (await deliveries()).map((each) => each.state))
      .toEqual(['delivered', 'delivered']);
  });

  it('lets later ones overtake it when that guess is switched off', async () => {
    await switches({ guessWebhookBlocking: false });
    endpoint.answerWith(503);
    await create();
    await advance(2);
    await attempts(1);
    endpoint.answerWith(200);
    await create();
    await advance(3);
    await posts(2);
    await expect
      .poll(async () => (await deliveries()).map((each) => each.state))
      .toEqual(['delivered', 'waiting']);
  });

  it('is one whose answer takes too long, or redirects, or that nobody takes', async () => {
    await switches({ webhookTimeoutMilliseconds: 150 });
    endpoint.answerWith('silent');
    await create();
    await advance(2);
    await attempts(1);
    endpoint.answerWith(302);
    await advance(10);
    await attempts(2);
    await control('webhook', { url: 'http://127.0.0.1:9/nobody', verifierToken: 'x' });
    await advance(20);
    await attempts(3);
    const [delivery] = await deliveries();
    expect(delivery?.attempts.map((each) => each.outcome)).toEqual(['timeout', 302, 'unreachable']);
  });

  it('can be sent again by hand, as can any other', async () => {
    endpoint.answerWith(500);
    await create();
    await advance(2);
    await attempts(1);
    endpoint.answerWith(200);
    const [delivery] = await deliveries();
    const redeliver = `webhook/deliveries/${delivery?.id}/redeliver`;
    expect((await control<object>(redeliver, {})).body).toMatchObject({
      state: 'delivered',
      nextAttemptAt: null,
    });
    expect((await control<object>(redeliver, {})).body).toMatchObject({
      attempts: [{ outcome: 500 }, { outcome: 200 }, { outcome: 200 }],
    });
    expect((await control('webhook/deliveries/999/redeliver', {})).status).toBe(404);
    expect(new Set(endpoint.received.map((post) => post.text)).size).toBe(1);
  });
});
