import { beforeEach, describe, expect, it } from 'vitest';
import type { Tokens } from '../testing/emulator-client.ts';
import { otherRealm, realm, withEmulator } from '../testing/with-emulator.ts';

interface GatewayBody {
  readonly fault: {
    readonly error: readonly { readonly code: string; readonly detail: string | null }[];
    readonly type: string;
  };
  readonly time: number;
}
interface Count {
  readonly calls: number;
  readonly metered: number;
  readonly byKind: Record<string, number>;
  readonly byStatus: Record<string, number>;
}

const emulator = withEmulator();
let tokens: Tokens;
beforeEach(async () => {
  await emulator().control('reset', {});
  tokens = await emulator().connect(realm);
});
const company = () => emulator().company(realm, tokens.access_token);
const plan = (fault: object) => emulator().control('faults', fault);
const counters = async (of = realm) => (await emulator().control<Count>(`counters?realm=${of}`)).body;

describe('the gateway', () => {
  it('answers 401 3200 in its own dialect to no, wrong and expired tokens', async () => {
    const statusOf = async (token: string) => {
      const { status, body } = await emulator().company(realm, token).get<GatewayBody>('preferences');
      expect(body.fault.type).toBe('AUTHENTICATION');
      expect(body.time).toBeGreaterThan(1.5e12);
      return [status, body.fault.error[0]?.code, body.fault.error[0]?.detail];
    };
    expect(await statusOf('short')).toEqual([401, '3200', 'Malformed bearer token: too short or too long']);
    expect(await statusOf('x'.repeat(900))).toEqual([401, '3200', 'Token revoked']);
    await emulator().control('clock', { advanceSeconds: 3601 });
    expect(await statusOf(tokens.access_token)).toEqual([401, '3200', 'Token expired']);
  });

  it('answers 403 3100 when the token is for another company', async () => {
    const { status, body } = await emulator()
      .company(otherRealm, tokens.access_token)
      .get<GatewayBody>('preferences');
    expect([status, body.fault.error[0]?.code, body.fault.type]).toEqual([403, '3100', 'SERVICE']);
  });

  it('delays company data by a number of milliseconds when asked to', async () => {
    await emulator().control('switches', { latency: 250 });
    const asked = performance.now();
    expect((await company().get('preferences')).status).toBe(200);
    expect(performance.now() - asked).toBeGreaterThanOrEqual(249);
  });

  it('throttles at 10 a second per company when switched on', async () => {
    await emulator().control('switches', { throttle: true });
    const answers = await Promise.all(Array.from({ length: 14 }, () => company().get('preferences')));
    const statuses = answers.map((each) => each.status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    await emulator().control('clock', { advanceSeconds: 2 });
    expect((await company().get('preferences')).status).toBe(200);
  });
});

describe('planned faults', () => {
  it.each([
    ['401', 401, 'application/json', '"3200"'],
    ['401-100', 401, 'application/xml', 'code="100"'],
    ['401-120', 401, 'application/xml', 'AuthorizatonFault'],
    ['403', 403, 'application/json', '"3100"'],
    ['429', 429, 'application/json', '"3001"'],
    ['429xml', 429, 'application/xml', 'code="3001"'],
    ['500', 500, 'application/json', '"10000"'],
    ['500xml', 500, 'application/xml', 'SystemFault'],
    ['502html', 502, 'text/html', 'Bad Gateway'],
    ['503html', 503, 'text/html', 'Service Temporarily Unavailable'],
    ['504html', 504, 'text/html', 'Gateway Time-out'],
    ['200fault', 200, 'application/json', '"Fault"'],
    ['4002', 400, 'application/json', '"4002"'],
    ['bad-json', 200, 'application/json', '{"QueryResponse":{"Invoice":[{"Id":'],
  ])('%s comes once, in its real shape, with a trace id', async (kind, status, type, text) => {
    await plan({ kind, realm, match: 'query' });
    expect((await company().get('preferences')).status).toBe(200);
    const answer = await company().query('select * from Invoice');
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(answer.headers.get('intuit_tid')).toBeTruthy();
    expect(answer.text).toContain(text);
    expect((await company().query('select * from Invoice')).status).toBe(200);
  });

  it('carry Retry-After only when asked to, let calls pass first, and come as often as asked', async () => {
    await plan({ kind: '429', realm, times: 2, after: 1, retryAfterSeconds: 7 });
    const answers = [];
    for (let call = 0; call < 4; call += 1) answers.push(await company().get('preferences'));
    expect(answers.map((each) => each.status)).toEqual([200, 429, 429, 200]);
    expect(answers.map((each) => each.headers.get('retry-after'))).toEqual([null, '7', '7', null]);
  });

  it('reset, cut and lose connections', async () => {
    for (const kind of ['reset', 'cut', 'cut-reset', 'lost']) {
      await plan({ kind, realm });
      await expect(company().query('select * from Invoice')).rejects.toThrow();
    }
    expect((await company().query('select * from Invoice')).status).toBe(200);
  });

  it('stall until the client gives up, and delay', async () => {
    await plan({ kind: 'stall', realm });
    const url = `${emulator().url}/v3/company/${realm}/preferences`;
    const headers = { authorization: `Bearer ${tokens.access_token}`, accept: 'application/json' };
    await expect(fetch(url, { headers, signal: AbortSignal.timeout(200) })).rejects.toThrow();
    await plan({ kind: 'slow', realm, delaySeconds: 0.2 });
    const begun = performance.now();
    expect((await company().get('preferences')).status).toBe(200);
    expect(performance.now() - begun).toBeGreaterThan(190);
  });

  it('hit the token endpoint too', async () => {
    await plan({ kind: '503html', match: 'token' });
    expect((await emulator().refresh(tokens.refresh_token)).status).toBe(503);
    await plan({ kind: 'invalid-grant', match: 'token', realm });
    expect((await emulator().refresh(tokens.refresh_token)).status).toBe(400);
    expect((await emulator().refresh(tokens.refresh_token)).status).toBe(200);
  });
});

describe('the counters', () => {
  it('meter reads answered with 2xx, and count everything', async () => {
    await emulator().control('counters/reset', {});
    await company().query('select count(*) from Invoice');
    await company().query('select nonsense');
    await company().get(`companyinfo/${realm}`);
    await company().get(`cdc?entities=Invoice&changedSince=${new Date().toISOString()}`);
    await plan({ kind: '429', realm });
    await company().query('select * from Invoice');
    await plan({ kind: 'reset', realm });
    await company()
      .query('select * from Invoice')
      .catch(() => undefined);
    await emulator().refresh(tokens.refresh_token);
    await company().get('journalentry', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await counters()).toEqual({
      calls: 8,
      metered: 3,
      byKind: { query: 4, companyinfo: 1, cdc: 1, token: 1, journalentry: 1 },
      byStatus: { '200': 4, '400': 2, '429': 1, none: 1 },
    });
    expect((await counters(otherRealm)).calls).toBe(0);
    await emulator().connect(otherRealm);
    expect(await counters(otherRealm)).toMatchObject({ calls: 1, metered: 0, byKind: { token: 1 } });
  });
});
