import { request } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CompanyClient, Tokens } from '../testing/emulator-client.ts';
import { realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator();
let tokens: Tokens;
let company: CompanyClient;
beforeEach(async () => {
  await emulator().control('reset', {});
  tokens = await emulator().connect(realm);
  company = emulator().company(realm, tokens.access_token);
});
const plan = (kind: string, match: string) => emulator().control('faults', { kind, realm, match });
const paths = {
  query: `query?query=${encodeURIComponent('select * from Invoice')}`,
  cdc: `cdc?entities=Invoice&changedSince=${new Date(Date.now() - 86_400_000).toISOString()}`,
};

describe.each(['query', 'cdc'] as const)('planned faults of %s', (match) => {
  it.each([
    ['429xml', 429, 'application/xml', '<Fault type="SERVICE"><Error code="3001">'],
    ['500xml', 500, 'application/xml', '<Fault type="SystemFault"><Error code="10000">'],
    ['401-100', 401, 'application/xml', '<Fault type="AuthenticationFault"><Error code="100">'],
    ['401-120', 401, 'application/xml', '<Fault type="AuthorizatonFault"><Error code="120">'],
    ['502html', 502, 'text/html', '<title>502 Bad Gateway</title>'],
    ['503html', 503, 'text/html', '<title>503 Service Temporarily Unavailable</title>'],
    ['504html', 504, 'text/html', '<title>504 Gateway Time-out</title>'],
    ['200fault', 200, 'application/json', '{"Fault":{"Error":['],
  ])('%s comes as %d %s though JSON was asked for', async (kind, status, type, text) => {
    await plan(kind, match);
    const answer = await company.get(paths[match]);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, `${type};charset=UTF-8`]);
    expect(answer.text).toContain(text);
    expect((await company.get(paths[match])).status).toBe(200);
  });

  it.each([
    ['cut', false],
    ['cut-reset', true],
  ])('%s ends the connection within a body that began with 200', async (kind, isReset) => {
    await plan(kind, match);
    const { status, received, announced, error, wasReset } = await readByHand(paths[match]);
    expect(status).toBe(200);
    expect(received).toBeGreaterThan(0);
    expect(received).toBeLessThan(announced);
    expect(error).toBe('ECONNRESET');
    expect(wasReset).toBe(isReset);
  });
});

interface Broken {
  readonly status: number | undefined;
  readonly received: number;
  readonly announced: number;
  readonly error: string | undefined;
  /** Whether the connection was reset, not just ended. */
  readonly wasReset: boolean;
}

function readByHand(path: string): Promise<Broken> {
  const url = `${emulator().url}/v3/company/${realm}/${path}`;
  const headers = { authorization: `Bearer ${tokens.access_token}`, accept: 'application/json' };
  return new Promise((resolve, reject) => {
    let hasBegun = false;
    let wasReset = false;
    request(url, { headers }, (response) => {
      hasBegun = true;
      let received = 0;
      const announced = Number(response.headers['content-length']);
      response.on('data', (part: Buffer) => (received += part.length));
      response.on('error', (error: NodeJS.ErrnoException) =>
        resolve({ status: response.statusCode, received, announced, error: error.code, wasReset }),
      );
      response.on('end', () =>
        resolve({ status: response.statusCode, received, announced, error: undefined, wasReset }),
      );
    })
      .on('error', (error) => {
        if (!hasBegun) reject(error);
        wasReset = true;
      })
      .end();
  });
}
